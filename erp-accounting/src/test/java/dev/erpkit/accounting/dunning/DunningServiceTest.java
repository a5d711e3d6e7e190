package dev.erpkit.accounting.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.BooksSetup;
import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.currency.ExchangeAccounts;
import dev.erpkit.accounting.dunning.DunningChange.Blocked;
import dev.erpkit.accounting.dunning.memory.MemoryDunningLog;
import dev.erpkit.accounting.dunning.port.DunningLog;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.openitem.AgeingBuckets;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.accounting.openitem.StatementLine;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.accounting.rule.PostingRules;
import dev.erpkit.accounting.rule.Translation;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.AccountingEvents;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class DunningServiceTest {
    private static final Actor ME = Actor.of("me");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final PartyId CUSTOMER = PartyId.of("C-1");
    private static final ItemId INVOICE = ItemId.of("invoice", 0);

    /** tryton modules/account_dunning_fee/tests/scenario_account_dunning_fee.rst: 10.00, then 15 %. */
    private static final DunningProcedure PROCEDURE = DunningProcedure.builder()
            .id("fees")
            .add(DunningLevel.builder()
                    .overdueDays(5)
                    .textKey("first")
                    .fee(new DunningFee.Fixed(Amounts.of("10", "EUR")))
                    .build())
            .add(DunningLevel.builder()
                    .overdueDays(10)
                    .textKey("second")
                    .fee(new DunningFee.Percent(new BigDecimal("15")))
                    .build())
            .build();

    private final BooksStores stores = BooksStores.inMemory();
    private final Books books = Books.over(stores, BooksSetup.of("EUR"));
    private final DunningLog log = new MemoryDunningLog((MemoryUnitOfWork) stores.unitOfWork());

    DunningServiceTest() {
        books.open(Account.builder()
                .id("1200")
                .name("Receivables")
                .accountClass(AccountClass.ASSET)
                .control(ControlKind.RECEIVABLE)
                .build());
        books.open(Account.of("4000", "Sales", AccountClass.INCOME));
        books.open(Account.of("4800", "Fees", AccountClass.INCOME));
        JournalEntry.Builder invoice = JournalEntry.builder();
        invoice.id("invoice").date(DAY);
        invoice.add(JournalLine.builder()
                .account("1200")
                .amount(Amounts.of("100", "EUR"))
                .base(Amounts.of("100", "EUR"))
                .party(CUSTOMER)
                .document("INV-1")
                .dueDate(DAY)
                .build());
        books.post(invoice.credit("4000", Amounts.of("100", "EUR")).build(), ME).orElseThrow();
    }

    private DunningService service(AccessPolicy access, PostingRules rules) {
        return new DunningService(
                BookId.MAIN,
                log,
                stores.openItems(),
                books.events(rules),
                party -> Optional.of(PROCEDURE),
                stores.unitOfWork(),
                access,
                () -> Instant.parse("2026-02-01T00:00:00Z"));
    }

    private DunningService service() {
        return service(
                AccessPolicy.allowAll(),
                new PostingRules(Lists.immutable.of(DunningRules.rule("1200", "4800", "4800")), Translation.atSpot()));
    }

    private static IdempotencyKey key(String text) {
        return IdempotencyKey.of(text);
    }

    private static String code(Outcome<?> outcome) {
        return outcome.refusal().map(refusal -> refusal.code().value()).orElse("accepted");
    }

    private String receivable() {
        return Amounts.canonical(books.balance("1200", LocalDate.of(2026, 12, 31)));
    }

    @Test
    void fees_are_charged_when_a_level_is_sent_and_never_dunned_themselves() {
        DunningService dunning = service();
        dunning.run(key("run-1"), DAY.plusDays(5), ME).orElseThrow();
        assertThat(receivable()).isEqualTo("EUR 100.00");
        dunning.send(key("send-1"), Lists.immutable.of(INVOICE), DAY.plusDays(5), ME)
                .orElseThrow();
        assertThat(receivable()).isEqualTo("EUR 110.00");
        dunning.run(key("run-2"), DAY.plusDays(10), ME).orElseThrow();
        dunning.send(key("send-2"), Lists.immutable.of(INVOICE), DAY.plusDays(10), ME)
                .orElseThrow();
        assertThat(receivable()).isEqualTo("EUR 125.00");
        assertThat(Amounts.canonical(books.balance("4800", DAY.plusDays(10)))).isEqualTo("EUR -25.00");
        assertThat(dunning.preview(DAY.plusDays(300)).proposals()).isEmpty();
    }

    @Test
    void letters_tell_what_was_sent_and_nothing_that_was_only_drafted() {
        DunningService dunning = service();
        dunning.run(key("run-1"), DAY.plusDays(5), ME).orElseThrow();
        assertThat(dunning.letters()).isEmpty();
        ImmutableList<DunningProposal> drafts = dunning.state().drafts();
        dunning.send(key("send-1"), Lists.immutable.of(INVOICE), DAY.plusDays(6), ME)
                .orElseThrow();
        assertThat(dunning.letters())
                .containsExactly(new SentLetter(DunningLetter.of(drafts).getOnly(), DAY.plusDays(6), key("send-1")));
        dunning.run(key("run-2"), DAY.plusDays(11), ME).orElseThrow();
        dunning.withdraw(key("withdraw"), INVOICE, DAY.plusDays(11), ME).orElseThrow();
        assertThat(dunning.letters()).hasSize(1);
        dunning.run(key("run-3"), DAY.plusDays(12), ME).orElseThrow();
        dunning.send(key("send-2"), Lists.immutable.of(INVOICE), DAY.plusDays(12), ME)
                .orElseThrow();
        assertThat(dunning.letters().collect(sent -> sent.letter().textKey())).containsExactly("first", "second");
        assertThat(dunning.letters(CUSTOMER)).isEqualTo(dunning.letters());
        assertThat(dunning.letters(PartyId.of("C-2"))).isEmpty();
    }

    @Test
    void a_command_sent_again_gives_the_first_record_and_other_content_is_refused() {
        DunningService dunning = service();
        Outcome<DunningRecord> first = dunning.run(key("run"), DAY.plusDays(5), ME);
        assertThat(dunning.run(key("run"), DAY.plusDays(5), ME)).isEqualTo(Outcome.replayed(first.orElseThrow()));
        assertThat(code(dunning.run(key("run"), DAY.plusDays(6), ME))).isEqualTo("dunning.key-reused");
        dunning.send(key("send"), Lists.immutable.of(INVOICE, INVOICE), DAY.plusDays(5), ME)
                .orElseThrow();
        dunning.send(key("send"), Lists.immutable.of(INVOICE), DAY.plusDays(5), ME)
                .orElseThrow();
        assertThat(receivable()).isEqualTo("EUR 110.00");
        assertThat(log.lastSequence()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_sent_is_refused_and_changes_nothing() {
        DunningService dunning = service();
        assertThat(code(dunning.send(key("1"), Lists.immutable.of(INVOICE), DAY, ME)))
                .isEqualTo("dunning.no-draft");
        assertThat(code(dunning.withdraw(key("2"), INVOICE, DAY, ME))).isEqualTo("dunning.no-draft");
        DunningScope scope = new DunningScope.OfItem(INVOICE);
        assertThat(code(dunning.unblock(key("3"), scope, DAY, ME))).isEqualTo("dunning.not-blocked");
        dunning.run(key("4"), DAY.plusDays(5), ME).orElseThrow();
        dunning.block(key("5"), new Blocked(scope, Optional.of(DAY.plusDays(9)), "disputed"), DAY, ME)
                .orElseThrow();
        assertThat(code(dunning.send(key("6"), Lists.immutable.of(INVOICE), DAY.plusDays(9), ME)))
                .isEqualTo("dunning.blocked");
        dunning.unblock(key("7"), scope, DAY, ME).orElseThrow();
        pay();
        assertThat(code(dunning.send(key("8"), Lists.immutable.of(INVOICE), DAY.plusDays(9), ME)))
                .isEqualTo("dunning.settled");
        DunningRecord settled = dunning.run(key("9"), DAY.plusDays(9), ME).orElseThrow();
        assertThat(settled.changes().collect(DunningChange::text)).containsExactly("remove invoice#0 settled");
        assertThat(receivable()).isEqualTo("EUR 0.00");
        assertThat(code(service((actor, permission) -> false, noRules()).run(key("10"), DAY, ME)))
                .isEqualTo("access.denied");
        assertThat(log.lastSequence()).isEqualTo(4);
    }

    @Test
    void a_charge_that_is_refused_leaves_the_draft() {
        service().run(key("run"), DAY.plusDays(5), ME).orElseThrow();
        DunningService without = service(AccessPolicy.allowAll(), noRules());
        assertThat(code(without.send(key("send"), Lists.immutable.of(INVOICE), DAY.plusDays(5), ME)))
                .isEqualTo("event.no-rule");
        assertThat(without.state().drafts()).hasSize(1);
        without.withdraw(key("withdraw"), INVOICE, DAY.plusDays(5), ME).orElseThrow();
        assertThat(without.state().drafts()).isEmpty();
        assertThat(without.preview(DAY.plusDays(5)).proposals()).hasSize(1);
    }

    private static PostingRules noRules() {
        return new PostingRules(Lists.immutable.empty(), Translation.atSpot());
    }

    private void pay() {
        JournalEntry.Builder receipt = JournalEntry.builder();
        receipt.id("receipt").date(DAY.plusDays(8)).debit("4000", Amounts.of("100", "EUR"));
        receipt.add(JournalLine.builder()
                .account("1200")
                .amount(Amounts.of("-100", "EUR"))
                .base(Amounts.of("-100", "EUR"))
                .party(CUSTOMER)
                .build());
        books.post(receipt.build(), ME).orElseThrow();
        MatchRequest.Builder request = MatchRequest.builder();
        request.id("m").date(DAY.plusDays(8)).item(INVOICE).item(ItemId.of("receipt", 1));
        MatchingPolicy.Builder policy = MatchingPolicy.builder();
        policy.accounts(ExchangeAccounts.of("4000", "4000"));
        books.matching().match(request.build(), policy.build(), ME).orElseThrow();
    }

    @Test
    void a_statement_says_what_was_open_on_a_day_whatever_came_later() {
        OpenItemQuery query = OpenItemQuery.all();
        PartyStatement before =
                PartyStatement.of(stores.openItems(), query, CUSTOMER, DAY.plusDays(7), AgeingBuckets.of(0, 5, 30));
        pay();
        PartyStatement then =
                PartyStatement.of(stores.openItems(), query, CUSTOMER, DAY.plusDays(7), AgeingBuckets.of(0, 5, 30));
        assertThat(then.lines().collect(StatementLine::amount))
                .isEqualTo(before.lines().collect(StatementLine::amount));
        assertThat(then.ageing()).isEqualTo(before.ageing());
        assertThat(then.plainText())
                .isEqualTo("as of 2026-01-08\nINV-1 due 2026-01-01: EUR 100.00\n"
                        + "open: EUR 100.00, overdue: EUR 100.00\n");
        assertThat(then.ageing().getOnly().amounts().toArray()).containsExactly(0, 0, 10_000, 0);
        assertThat(PartyStatement.of(stores.openItems(), query, CUSTOMER, DAY.plusDays(8), AgeingBuckets.of(0))
                        .lines())
                .isEmpty();
    }

    /** The snippet of the package. */
    @Test
    void letters_are_drafted_and_sent() {
        OpenItemLog openItems = stores.openItems();
        AccountingEvents events = books.events(
                new PostingRules(Lists.immutable.of(DunningRules.rule("1200", "4800", "4800")), Translation.atSpot()));
        DunningProcedure procedure = PROCEDURE;
        UnitOfWork unitOfWork = stores.unitOfWork();
        AccessPolicy access = AccessPolicy.allowAll();
        InstantSource clock = () -> Instant.EPOCH;
        LocalDate today = DAY.plusDays(5);
        Actor me = ME;
        // begin
        DunningService dunning = new DunningService(
                BookId.MAIN, log, openItems, events, party -> Optional.of(procedure), unitOfWork, access, clock);
        DunningRecord run = dunning.run(IdempotencyKey.of("run-1"), today, me).orElseThrow();
        ImmutableList<DunningLetter> letters = DunningLetter.of(dunning.state().drafts());
        ImmutableList<ItemId> sent = letters.flatCollect(DunningLetter::lines).collect(DunningProposal::item);
        dunning.send(IdempotencyKey.of("send-1"), sent, today, me);
        // end
        assertThat(run.changes()).hasSize(1);
        assertThat(dunning.state().of(INVOICE).orElseThrow().stage()).isEqualTo(DunningStage.SENT);
        assertThat(letters.getOnly().total()).isEqualTo(Amounts.of("110", "EUR"));
    }
}
