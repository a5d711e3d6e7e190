package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.bank.BankLine;
import dev.erpkit.accounting.bank.BankPorts;
import dev.erpkit.accounting.bank.LineHistory;
import dev.erpkit.accounting.bank.Reconciliation;
import dev.erpkit.accounting.bank.StatementFile;
import dev.erpkit.accounting.bank.StatementService;
import dev.erpkit.accounting.bank.StoredLine;
import dev.erpkit.accounting.bank.memory.MemoryAssociationLog;
import dev.erpkit.accounting.bank.memory.MemoryStatementLog;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.chart.Side;
import dev.erpkit.accounting.currency.ExchangeAccounts;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.accounting.openitem.Residual;
import dev.erpkit.accounting.payment.Allocation;
import dev.erpkit.accounting.payment.BankPosting;
import dev.erpkit.accounting.payment.Clearing;
import dev.erpkit.accounting.payment.Failure;
import dev.erpkit.accounting.payment.Payment;
import dev.erpkit.accounting.payment.PaymentHistory;
import dev.erpkit.accounting.payment.PaymentId;
import dev.erpkit.accounting.payment.PaymentPolicy;
import dev.erpkit.accounting.payment.PaymentPorts;
import dev.erpkit.accounting.payment.PaymentRules;
import dev.erpkit.accounting.payment.PaymentService;
import dev.erpkit.accounting.payment.PaymentStatus;
import dev.erpkit.accounting.payment.memory.MemoryPaymentLog;
import dev.erpkit.accounting.posting.PostingPolicy;
import dev.erpkit.accounting.rule.LineRule;
import dev.erpkit.accounting.rule.PostingRule;
import dev.erpkit.accounting.rule.PostingRules;
import dev.erpkit.accounting.rule.Translation;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.testkit.books.KitBooks;
import dev.erpkit.testkit.books.KitClock;
import dev.erpkit.testkit.contract.MemoryHarness;
import dev.erpkit.testkit.generate.BankArbitraries;
import dev.erpkit.testkit.generate.PaymentArbitraries;
import dev.erpkit.testkit.generate.PaymentArbitraries.Deed;
import dev.erpkit.testkit.model.ReferenceLedger;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Invariants 25, 26 and 33 through payments and statements. */
class PaymentProperties {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final CurrencyUnit EUR = Amounts.currency("EUR");
    private static final CurrencyUnit USD = Amounts.currency("USD");

    /** One desk with its books. */
    private static final class Desk {
        final MemoryHarness harness = new MemoryHarness();
        final KitBooks books = KitBooks.over(
                harness,
                Lists.immutable.of(
                        new Book(BookId.MAIN, EUR, FiscalCalendar.monthly(MonthDay.of(1, 1), YearNaming.START_YEAR))),
                Lists.immutable.empty(),
                PostingPolicy.standard(),
                new KitClock(Instant.parse("2026-06-01T00:00:00Z")));
        final PostingRules rules = new PostingRules(
                PaymentRules.standard(
                                "receivable",
                                "payable",
                                "receivable",
                                "payable",
                                "fees",
                                Lists.immutable.of(new BankPosting("main", "bank", "transit")))
                        .newWith(PostingRule.builder()
                                .add(LineRule.builder()
                                        .role("claim")
                                        .side(Side.DEBIT)
                                        .account("receivable")
                                        .openItem(true)
                                        .build())
                                .add(LineRule.credit("revenue", "sales"))
                                .eventType("invoice")
                                .build()),
                Translation.atSpot());
        final PaymentPorts ports;
        final PaymentService payments;
        final PaymentPolicy policy;
        final MutableList<ItemId> invoices = Lists.mutable.empty();
        final MutableList<PaymentId> known = Lists.mutable.empty();
        int next;

        Desk() {
            open("receivable", AccountClass.ASSET, ControlKind.RECEIVABLE);
            open("payable", AccountClass.LIABILITY, ControlKind.PAYABLE);
            open("transit", AccountClass.ASSET, ControlKind.CLEARING);
            for (String name : new String[] {"bank", "fees", "sales", "gain", "loss", "trading"}) {
                harness.accounts().insert(Account.of(name, name, AccountClass.ASSET));
            }
            for (int day = 0; day < 40; day++) {
                harness.record(
                        ExchangeRate.of(USD, EUR, new BigDecimal("0.9" + day % 7), RateType.SPOT, DAY.plusDays(day)));
            }
            ports = new PaymentPorts(
                    harness.unitOfWork(),
                    new MemoryPaymentLog((MemoryUnitOfWork) harness.unitOfWork()),
                    harness.openItems(),
                    books.books().events(rules),
                    books.matching(),
                    books.books().matchedReversal(),
                    AccessPolicy.allowAll(),
                    new KitClock(Instant.parse("2026-06-01T00:00:00Z")),
                    BookId.MAIN);
            payments = new PaymentService(ports);
            MatchingPolicy.Builder matching = MatchingPolicy.builder();
            matching.accounts(ExchangeAccounts.of("gain", "loss").trading("trading"));
            policy = PaymentPolicy.standard(matching.build());
        }

        private void open(String name, AccountClass accountClass, ControlKind control) {
            Account.Builder account = Account.builder();
            account.id(name).name(name).accountClass(accountClass).control(control);
            harness.accounts().insert(account.build());
        }

        Outcome<?> run(Deed deed) {
            LocalDate day = DAY.plusDays(deed.day());
            MonetaryAmount amount = Amounts.ofMinor(deed.minor(), deed.foreign() ? USD : EUR);
            String id = "d" + next++;
            return switch (deed.what()) {
                case INVOICE -> invoice(id, day, amount);
                case RECEIVE -> receive(id, day, amount, Allocation.oldestFirst());
                case ADVANCE -> receive(id, day, amount, Allocation.onAccount());
                case RECEIVE_FOR_ONE ->
                    receive(
                            id,
                            day,
                            amount,
                            invoices.isEmpty()
                                    ? Allocation.onAccount()
                                    : Allocation.to(invoices.get(deed.pick() % invoices.size())));
                case APPLY ->
                    payments.apply(
                            IdempotencyKey.of(id), picked(deed), day, Allocation.oldestFirst(), policy, KitBooks.CLERK);
                case CLEAR ->
                    payments.clear(
                            IdempotencyKey.of(id),
                            picked(deed),
                            Clearing.of(
                                    day,
                                    payments.find(picked(deed))
                                            .map(p -> p.payment().amount())
                                            .orElse(amount)),
                            policy,
                            KitBooks.CLERK);
                case FAIL ->
                    payments.fail(
                            IdempotencyKey.of(id),
                            picked(deed),
                            Failure.of(day, Amounts.zero(amount.getCurrency())),
                            KitBooks.CLERK);
            };
        }

        private PaymentId picked(Deed deed) {
            return known.isEmpty() ? PaymentId.of("none") : known.get(deed.pick() % known.size());
        }

        private Outcome<?> invoice(String id, LocalDate day, MonetaryAmount amount) {
            AccountingEvent.Builder event = AccountingEvent.builder();
            event.key(IdempotencyKey.of(id))
                    .type("invoice")
                    .effectiveDate(day)
                    .source(SourceDocument.of("test", "invoice", id));
            event.add(RoleAmount.of("claim", amount).concerning(PartyId.of("C")));
            String entry = books.books()
                    .events(rules)
                    .record(event.add(RoleAmount.of("revenue", amount)).build(), KitBooks.CLERK)
                    .orElseThrow()
                    .getFirst();
            invoices.add(ItemId.of(entry, 0));
            return Outcome.accepted(entry);
        }

        private Outcome<?> receive(String id, LocalDate day, MonetaryAmount amount, Allocation allocation) {
            Outcome<PaymentHistory> outcome =
                    payments.record(Payment.received(id, "C", day, amount, "main"), allocation, policy, KitBooks.CLERK);
            if (outcome.isAccepted()) {
                known.add(PaymentId.of(id));
            }
            return outcome;
        }

        ImmutableList<PaymentHistory> all() {
            MutableList<PaymentHistory> all = Lists.mutable.empty();
            ports.payments().forEach(all::add);
            return all.toImmutable();
        }

        String state() {
            return books.journal().size() + " " + OpenItemInvariants.items(harness.openItems()) + all();
        }

        Residual open(ItemId item) {
            return harness.openItems().find(item).map(ItemHistory::residual).orElseThrow();
        }
    }

    @Provide
    Arbitrary<List<Deed>> histories() {
        return PaymentArbitraries.histories();
    }

    @Property(tries = 150)
    void whatever_is_paid_items_and_accounts_agree_and_refusals_change_nothing(@ForAll("histories") List<Deed> deeds) {
        Desk desk = new Desk();
        for (Deed deed : deeds) {
            String before = desk.state();
            if (!desk.run(deed).isAccepted()) {
                assertThat(desk.state()).as("%s", deed).isEqualTo(before);
            }
        }
        ImmutableList<ItemHistory> items = OpenItemInvariants.items(desk.harness.openItems());
        ReferenceLedger ledger = new ReferenceLedger(desk.books.journal());
        ImmutableList<LocalDate> days = Lists.immutable.of(DAY, DAY.plusDays(5), DAY.plusDays(40));
        assertThat(OpenItemInvariants.residualsStayInside(items)).isEmpty();
        assertThat(OpenItemInvariants.controlAccountsAgree(items, ledger, days)).isEmpty();
        assertThat(OpenItemInvariants.matchesConsumeEqually(
                        OpenItemInvariants.matches(desk.harness.openItems()), ledger))
                .isEmpty();
        assertThat(PaymentInvariants.stepsFollow(desk.all())).isEmpty();
        for (LocalDate day : days) {
            for (CurrencyUnit currency : Lists.immutable.of(EUR, USD)) {
                long inTransit = desk.all()
                        .select(p -> p.inTransit(day)
                                && p.payment().amount().getCurrency().equals(currency))
                        .sumOfLong(PaymentHistory::signedMinor);
                long cleared = desk.all()
                        .select(p -> p.status(day) == PaymentStatus.CLEARED
                                && p.payment().amount().getCurrency().equals(currency))
                        .sumOfLong(PaymentHistory::signedMinor);
                assertThat(ledger.amount(BookId.MAIN, AccountId.of("transit"), currency, day)
                                .longValue())
                        .isEqualTo(inTransit);
                assertThat(ledger.amount(BookId.MAIN, AccountId.of("bank"), currency, day)
                                .longValue())
                        .isEqualTo(cleared);
            }
        }
    }

    @Property(tries = 100)
    void when_every_payment_fails_every_invoice_is_open_as_it_was_issued(@ForAll("histories") List<Deed> deeds) {
        Desk desk = new Desk();
        deeds.forEach(desk::run);
        LocalDate end = DAY.plusDays(39);
        for (PaymentHistory payment : desk.all().reject(p -> p.status() == PaymentStatus.FAILED)) {
            PaymentId id = payment.payment().id();
            desk.payments
                    .fail(
                            IdempotencyKey.of("end"),
                            id,
                            Failure.of(
                                    end, Amounts.zero(payment.payment().amount().getCurrency())),
                            KitBooks.CLERK)
                    .orElseThrow();
        }
        for (ItemId invoice : desk.invoices) {
            ItemHistory history = desk.harness.openItems().find(invoice).orElseThrow();
            assertThat(desk.open(invoice))
                    .isEqualTo(new Residual(
                            history.item().amountMinor(), history.item().baseMinor()));
        }
        ReferenceLedger ledger = new ReferenceLedger(desk.books.journal());
        for (String account : new String[] {"transit", "bank", "gain", "loss"}) {
            assertThat(ledger.base(BookId.MAIN, AccountId.of(account), end).longValue())
                    .as(account)
                    .isZero();
        }
    }

    @Provide
    Arbitrary<BankArbitraries.Account> accounts() {
        return BankArbitraries.overlappingFiles("main", EUR);
    }

    @Property(tries = 200)
    void overlapping_files_in_any_order_give_the_lines_of_the_bank_once(
            @ForAll("accounts") BankArbitraries.Account account) {
        Desk desk = new Desk();
        BankPorts ports = new BankPorts(
                new MemoryStatementLog((MemoryUnitOfWork) desk.harness.unitOfWork()),
                new MemoryAssociationLog((MemoryUnitOfWork) desk.harness.unitOfWork()),
                desk.ports);
        StatementService service = new StatementService(ports);
        int number = 0;
        for (StatementFile file : account.files()) {
            service.take(IdempotencyKey.of("f" + number++), file, KitBooks.CLERK)
                    .orElseThrow();
            int size = lines(ports).size();
            service.take(IdempotencyKey.of("f" + number++), file, KitBooks.CLERK)
                    .orElseThrow();
            assertThat(lines(ports)).as("the same file again").hasSize(size);
        }
        ImmutableList<StoredLine> stored = lines(ports).collect(LineHistory::stored);
        ImmutableList<BankLine> lines = stored.collect(StoredLine::line);
        assertThat(lines).containsExactlyInAnyOrderElementsOf(account.lines());
        assertThat(BankInvariants.linesFollow(service.statements("main"), stored))
                .isEmpty();
        Reconciliation nothingBooked = Reconciliation.of(
                DAY.plusDays(10),
                service.statements("main"),
                lines(ports),
                Lists.immutable.empty(),
                first(account).statement().opening(),
                Amounts.zero(EUR));
        assertThat(PaymentInvariants.bankReconciles(nothingBooked)).isEmpty();
    }

    private static StatementFile first(BankArbitraries.Account account) {
        return account.files().min(java.util.Comparator.comparing(StatementFile::from));
    }

    private static ImmutableList<LineHistory> lines(BankPorts ports) {
        MutableList<LineHistory> lines = Lists.mutable.empty();
        ports.statements().forEachLine("main", lines::add);
        return lines.toImmutable();
    }
}
