package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.ChartService;
import dev.erpkit.accounting.close.ClosePolicy;
import dev.erpkit.accounting.currency.ExchangeAccounts;
import dev.erpkit.accounting.currency.RevaluationPolicy;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.Journal;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.accounting.period.LockedDatePolicy;
import dev.erpkit.accounting.posting.ApprovalPolicy;
import dev.erpkit.accounting.posting.PostingPolicy;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.Stored;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.testkit.books.KitBooks;
import dev.erpkit.testkit.books.KitClock;
import dev.erpkit.testkit.contract.MemoryHarness;
import dev.erpkit.testkit.generate.ChartArbitraries;
import dev.erpkit.testkit.generate.MoneyArbitraries;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import javax.money.CurrencyUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.collections.api.factory.Lists;

/**
 * Invariant 24: whatever becomes of accounts, rates and policies, entries, matches, revaluations and closed years keep every
 * figure, and a command sent again under other settings has no other effect.
 */
class MasterDataProperties {
    private static final CurrencyUnit JPY = Amounts.currency("JPY");
    private static final CurrencyUnit USD = Amounts.currency("USD");
    private static final LocalDate SOLD = LocalDate.of(2026, 1, 20);
    private static final LocalDate PAID = LocalDate.of(2026, 3, 10);
    private static final LocalDate END = LocalDate.of(2026, 12, 31);
    private static final FiscalCalendar CALENDAR = FiscalCalendar.monthly(MonthDay.of(1, 1), YearNaming.START_YEAR);

    /**
     * One change of master data.
     *
     * @param what which
     * @param account of which account
     * @param rate the rate that is recorded instead
     */
    record Change(int what, String account, BigDecimal rate) {}

    @Provide
    Arbitrary<List<Change>> changes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of("1000", "1010", "1100", "4000", "5100", "4900", "3900"),
                        MoneyArbitraries.rates())
                .as(Change::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Property(tries = 60)
    void master_data_changes_no_figure_of_what_was_issued(@ForAll("changes") List<Change> changes) {
        MemoryHarness harness = new MemoryHarness();
        KitBooks books = over(harness, PostingPolicy.standard());
        books.books().open(ChartArbitraries.small());
        record(harness, new BigDecimal("150.00"), SOLD);
        record(harness, new BigDecimal("160.00"), PAID);
        issue(books, matching(RoundingRule.HALF_EVEN), ExchangeAccounts.of("4900", "5900"));
        BooksAnswers before = BooksAnswers.of(books.books());
        assertThat(before.matches()).hasSize(1);
        assertThat(before.journal()).hasSize(5);
        for (Change change : changes) {
            apply(harness, books, change);
            assertThat(before.stillGivenBy(books.books())).isEmpty();
        }
        KitBooks restarted = over(harness, new PostingPolicy(LockedDatePolicy.FIRST_OPEN_DAY, ApprovalPolicy.NONE));
        assertThat(before.stillGivenBy(restarted.books())).isEmpty();
        sendAgain(restarted);
        assertThat(before.stillGivenBy(restarted.books())).isEmpty();
    }

    private static KitBooks over(MemoryHarness harness, PostingPolicy policy) {
        KitBooks books = KitBooks.over(
                harness,
                Lists.immutable.of(new Book(BookId.MAIN, JPY, CALENDAR)),
                Lists.immutable.of(Journal.of("sales")),
                policy,
                new KitClock(Instant.EPOCH));
        return books;
    }

    private static void record(MemoryHarness harness, BigDecimal rate, LocalDate day) {
        harness.record(ExchangeRate.of(USD, JPY, rate, RateType.SPOT, day));
        harness.record(ExchangeRate.of(USD, JPY, rate, RateType.CLOSING, day));
    }

    private static MatchingPolicy matching(RoundingRule rounding) {
        MatchingPolicy.Builder policy = MatchingPolicy.builder();
        policy.accounts(ExchangeAccounts.of("4900", "5900").trading("1900"))
                .rounding(RoundingPolicy.toCurrency(rounding));
        return policy.build();
    }

    private static JournalEntry sale() {
        return dollars("sale", SOLD, "1100", "4000", 10_001, 15_002);
    }

    private static JournalEntry dollars(String id, LocalDate day, String debit, String credit, long cents, long yen) {
        return JournalEntry.builder()
                .id(id)
                .date(day)
                .add(line(debit, cents, yen))
                .add(line(credit, -cents, -yen))
                .build();
    }

    private static JournalLine line(String account, long cents, long yen) {
        JournalLine.Builder line = JournalLine.builder();
        line.account(account).amount(Amounts.ofMinor(cents, USD)).base(Amounts.ofMinor(yen, JPY));
        return account.equals("1100") ? line.party(PartyId.of("C1")).build() : line.build();
    }

    private static MatchRequest request() {
        MatchRequest.Builder request = MatchRequest.builder();
        request.id("match").date(PAID);
        request.item(ItemId.of("sale", 0)).item(ItemId.of("payment", 1));
        return request.build();
    }

    /** A sale in dollars, paid in part, revalued at the end of a year that is closed. */
    private static void issue(KitBooks books, MatchingPolicy matching, ExchangeAccounts exchange) {
        books.books().post(sale(), KitBooks.CLERK).orElseThrow();
        books.books()
                .post(dollars("payment", PAID, "1010", "1100", 3_333, 5_333), KitBooks.CLERK)
                .orElseThrow();
        books.matching().match(request(), matching, KitBooks.CLERK).orElseThrow();
        revalue(books, exchange).orElseThrow();
        books.yearEnd()
                .close(BookId.MAIN, CALENDAR.yearOf(END), ClosePolicy.standard(), KitBooks.CLERK)
                .orElseThrow();
    }

    private static Outcome<?> revalue(KitBooks books, ExchangeAccounts exchange) {
        RevaluationPolicy.Builder policy = RevaluationPolicy.builder();
        policy.baseCurrency(JPY).unrealised(exchange).realised(exchange);
        return books.revaluation()
                .revalue(
                        EntryId.of("revaluation"),
                        BookId.MAIN,
                        END,
                        Lists.immutable
                                .of("1010", "1100")
                                .collect(id ->
                                        books.chart().find(AccountId.of(id)).orElseThrow()),
                        policy.build(),
                        KitBooks.CLERK);
    }

    /** Whether it is accepted or refused, nothing that was issued changes. */
    private static void apply(MemoryHarness harness, KitBooks books, Change change) {
        Books facade = books.books();
        ChartService chart = new ChartService(
                harness.accounts(),
                harness.journal(),
                harness.openItems(),
                harness.unitOfWork(),
                AccessPolicy.allowAll());
        AccountId id = AccountId.of(change.account());
        Stored<Account> stored = harness.accounts().find(id).orElseThrow();
        switch (change.what()) {
            case 0 ->
                chart.change(
                                Account.builder()
                                        .from(stored.value())
                                        .name("Renamed")
                                        .build(),
                                stored.version(),
                                KitBooks.CLERK)
                        .orElseThrow();
            case 1 ->
                chart.change(
                                Account.builder()
                                        .from(stored.value())
                                        .validUntil(END.plusDays(1))
                                        .build(),
                                stored.version(),
                                KitBooks.CLERK)
                        .orElseThrow();
            case 2 -> {
                Account other = Account.of("N" + facade.chart().accounts().size(), "New", AccountClass.ASSET);
                chart.add(other, KitBooks.CLERK).orElseThrow();
            }
            case 3 -> {
                record(harness, change.rate(), SOLD);
                record(harness, change.rate(), PAID);
                record(harness, change.rate(), END);
            }
            default ->
                chart.change(
                        Account.builder()
                                .from(stored.value())
                                .accountClass(AccountClass.EXPENSE)
                                .parent(AccountId.of("5"))
                                .build(),
                        stored.version(),
                        KitBooks.CLERK);
        }
    }

    /** The commands come again, some under other settings than they were decided by. */
    private static void sendAgain(KitBooks books) {
        assertThat(books.books().post(sale(), KitBooks.CLERK).isAccepted()).isTrue();
        assertThat(books.matching()
                        .match(request(), matching(RoundingRule.HALF_EVEN), KitBooks.CLERK)
                        .isAccepted())
                .isTrue();
        assertThat(books.matching()
                        .match(request(), matching(RoundingRule.FLOOR), KitBooks.CLERK)
                        .refusal()
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("match.id-reused");
        assertThat(revalue(books, ExchangeAccounts.of("4900", "5900")).isAccepted())
                .isTrue();
        assertThat(revalue(books, ExchangeAccounts.of("4000", "5100"))
                        .refusal()
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("revaluation.id-reused");
    }

    @Property(tries = 20)
    void an_answer_that_changed_is_found_out(@ForAll("changes") List<Change> changes) {
        MemoryHarness harness = new MemoryHarness();
        KitBooks books = over(harness, PostingPolicy.standard());
        books.books().open(ChartArbitraries.small());
        record(harness, changes.get(0).rate(), SOLD);
        books.books().post(sale(), KitBooks.CLERK).orElseThrow();
        BooksAnswers before = BooksAnswers.of(books.books());
        books.books()
                .post(dollars("more", SOLD, "1010", "4000", 1, 1), KitBooks.CLERK)
                .orElseThrow();
        assertThat(before.stillGivenBy(books.books()).collect(Finding::where))
                .contains("the journal", "main 4000 on 2026-01-20");
    }
}
