package dev.erpkit.accounting.openitem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.BooksSetup;
import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.currency.ExchangeAccounts;
import dev.erpkit.accounting.currency.ExchangeLines;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.period.LockedDatePolicy;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.accounting.posting.ApprovalPolicy;
import dev.erpkit.accounting.posting.PostingPolicy;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Matching as an embedder has it: wired by the books, over their journal and periods. */
class MatchingInBooksTest {
    private static final Actor ME = Actor.of("me");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final CurrencyUnit JPY = Amounts.currency("JPY");
    private static final CurrencyUnit USD = Amounts.currency("USD");
    private static final Dimensions TOKYO = Dimensions.of("branch", "tokyo");
    private static final Dimensions OSAKA = Dimensions.of("branch", "osaka");

    private Instant now = Instant.parse("2026-06-01T00:00:00Z");
    private Books books = books(LockedDatePolicy.REFUSE);

    private Books books(LockedDatePolicy policy) {
        Books made = Books.over(
                BooksStores.inMemory(),
                BooksSetup.of("JPY")
                        .with(new PostingPolicy(policy, ApprovalPolicy.NONE))
                        .with(() -> now, () -> new byte[32]));
        made.open(Account.of("sales", "Sales", AccountClass.INCOME));
        made.open(Account.of("gain", "Exchange gains", AccountClass.INCOME));
        made.open(Account.of("loss", "Exchange losses", AccountClass.EXPENSE));
        made.open(Account.builder()
                .id("receivable")
                .name("Receivable")
                .accountClass(AccountClass.ASSET)
                .control(ControlKind.RECEIVABLE)
                .requireDimension("branch")
                .build());
        return made;
    }

    private ItemId item(String id, Dimensions coordinates, CurrencyUnit in, long amount, long inBase) {
        PartyId party = PartyId.of("customer");
        ImmutableList<JournalLine> lines = Lists.immutable.of(
                ExchangeLines.line(account(), Optional.of(party), coordinates, amount, in, inBase, JPY),
                JournalLine.builder()
                        .account("sales")
                        .amount(Amounts.ofMinor(-amount, in))
                        .base(Amounts.ofMinor(-inBase, JPY))
                        .build());
        JournalEntry.Builder entry = JournalEntry.builder();
        entry.id(id).date(DAY).lines(lines);
        books.post(entry.build(), ME).orElseThrow();
        return ItemId.of(id, 0);
    }

    private static AccountId account() {
        return AccountId.of("receivable");
    }

    private Outcome<Match> match(String id, LocalDate date, ItemId... items) {
        MatchRequest.Builder request = MatchRequest.builder();
        request.id(id).date(date);
        for (ItemId item : items) {
            request.item(item);
        }
        MatchingPolicy.Builder policy = MatchingPolicy.builder();
        policy.accounts(ExchangeAccounts.of("gain", "loss"));
        return books.matching().match(request.build(), policy.build(), ME);
    }

    private ImmutableList<String> lines(String entry) {
        return books.stores()
                .journal()
                .find(EntryId.of(entry))
                .orElseThrow()
                .entry()
                .lines()
                .collect(line -> line.account() + " " + line.dimensions() + " " + line.baseMinor());
    }

    private static String code(Outcome<?> outcome) {
        return outcome.refusal().orElseThrow().code().value();
    }

    private void lock(LocalDate through) {
        books.periods().lock(BookId.MAIN, LockScope.ALL, through, ME).orElseThrow();
    }

    @Test
    void the_difference_stands_on_the_coordinates_of_the_items() {
        ItemId tokyo = item("tokyo", TOKYO, USD, 100_00, 8_000);
        ItemId osaka = item("osaka", OSAKA, USD, 50_00, 4_000);
        ItemId fromTokyo = item("from-tokyo", TOKYO, USD, -100_00, -9_000);
        ItemId fromOsaka = item("from-osaka", OSAKA, USD, -50_00, -4_600);

        match("m", DAY, tokyo, osaka, fromTokyo, fromOsaka).orElseThrow();

        assertThat(lines("match/m"))
                .containsExactly("receivable branch=tokyo 1000", "receivable branch=osaka 600", "gain  -1600");
        books.matching().undo(MatchId.of("u"), MatchId.of("m"), DAY, ME).orElseThrow();
        assertThat(lines("match/u"))
                .containsExactly("receivable branch=tokyo -1000", "receivable branch=osaka -600", "gain  1600");
    }

    @Test
    void no_amount_moves_between_coordinates_that_settle_each_other() {
        ItemId tokyo = item("tokyo", TOKYO, USD, 100_00, 8_000);
        ItemId osaka = item("osaka", OSAKA, USD, -100_00, -9_000);
        match("m", DAY, tokyo, osaka).orElseThrow();
        assertThat(lines("match/m")).containsExactly("receivable branch=tokyo 1000", "gain  -1000");
    }

    @Test
    void a_lock_holds_for_a_match_that_posts_nothing() {
        ItemId invoice = item("invoice", TOKYO, JPY, 100, 100);
        ItemId payment = item("payment", TOKYO, JPY, -100, -100);
        ItemId other = item("other", TOKYO, JPY, 30, 30);
        ItemId refund = item("refund", TOKYO, JPY, -30, -30);
        match("m", DAY, invoice, payment).orElseThrow();
        lock(DAY.plusDays(20));

        assertThat(code(match("n", DAY.plusDays(20), other, refund))).isEqualTo("period.locked");
        assertThat(code(books.matching().undo(MatchId.of("u"), MatchId.of("m"), DAY, ME)))
                .isEqualTo("period.locked");
        assertThat(books.stores().openItems().lastSequence()).isEqualTo(1);
        books.matching()
                .undo(MatchId.of("u"), MatchId.of("m"), DAY.plusDays(21), ME)
                .orElseThrow();
        assertThat(match("n", DAY.plusDays(21), other, refund).isAccepted()).isTrue();
    }

    @Test
    void a_policy_that_moves_entries_moves_matches_too() {
        books = books(LockedDatePolicy.FIRST_OPEN_DAY);
        ItemId invoice = item("invoice", TOKYO, JPY, 100, 100);
        ItemId payment = item("payment", TOKYO, JPY, -100, -100);
        lock(DAY.plusDays(20));
        Match match = match("m", DAY, invoice, payment).orElseThrow();
        assertThat(match.date()).isEqualTo(DAY.plusDays(21));
        assertThat(match("m", DAY, invoice, payment)).isEqualTo(Outcome.replayed(match));
    }

    @Test
    void an_instant_tells_a_match_that_posts_nothing_from_what_was_known_before_it() {
        ItemId invoice = item("invoice", TOKYO, JPY, 100, 100);
        ItemId payment = item("payment", TOKYO, JPY, -100, -100);
        now = now.plusSeconds(10);
        match("m", DAY, invoice, payment).orElseThrow();
        now = now.plusSeconds(10);
        item("next", OSAKA, JPY, 7, 7);

        assertThat(known(now.minusSeconds(11))).containsExactly("invoice#0 100", "payment#0 -100");
        assertThat(known(now.minusSeconds(10))).isEmpty();
        assertThat(known(now)).containsExactly("next#0 7");
    }

    private ImmutableList<String> known(Instant instant) {
        return StatementLine.of(books.stores().openItems(), OpenItemQuery.all().knownAt(instant), DAY)
                .collect(line -> line.item().id() + " " + line.open().amountMinor());
    }

    @ParameterizedTest
    @EnumSource(names = {"REVALUATION", "EXCHANGE_DIFFERENCE"})
    void no_kind_of_entry_moves_a_control_account_beside_its_items(EntryKind kind) {
        JournalLine debit = ExchangeLines.line(account(), Optional.of(PartyId.of("c")), TOKYO, 5, JPY, 5, JPY);
        JournalEntry.Builder entry = JournalEntry.builder();
        entry.id("forged")
                .date(DAY)
                .kind(kind)
                .lines(Lists.immutable.of(debit, JournalLine.of("sales", Amounts.ofMinor(-5, JPY))));
        assertThat(code(books.post(entry.build(), ME))).isEqualTo("account.items-bypassed");
    }

    @Test
    void a_clock_that_was_set_back_records_no_match_before_its_items() {
        ItemId invoice = item("invoice", TOKYO, JPY, 100, 100);
        ItemId payment = item("payment", TOKYO, JPY, -100, -100);
        Instant posted = now;
        now = now.minusSeconds(60);
        assertThat(match("m", DAY, invoice, payment).orElseThrow().recordedAt()).isEqualTo(posted);
    }
}
