package dev.erpkit.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.BalanceLimit;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.currency.ExchangeAccounts;
import dev.erpkit.accounting.currency.RevaluationPolicy;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.posting.PostingPolicy;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.testkit.books.KitBooks;
import dev.erpkit.testkit.books.KitClock;
import dev.erpkit.testkit.contract.MemoryHarness;
import dev.erpkit.testkit.invariant.OpenItemInvariants;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The services beside the reference books, and how often each answer was given. */
final class ModelPair {
    static final CurrencyUnit JPY = Amounts.currency("JPY");
    static final CurrencyUnit USD = Amounts.currency("USD");
    static final FiscalCalendar CALENDAR = FiscalCalendar.monthly(MonthDay.of(1, 1), YearNaming.START_YEAR);
    static final AccountId DOLLARS = AccountId.of("dollars");
    static final AccountId RETAINED = AccountId.of("retained");
    static final AccountId GAINS = AccountId.of("gains");
    static final AccountId LOSSES = AccountId.of("losses");
    static final RevaluationPolicy REVALUATION = revaluation();
    static final MatchingPolicy MATCHING = matching();
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Chart CHART = Chart.of(
            Account.of("cash", "Cash", AccountClass.ASSET),
            Account.of("dollars", "Dollars", AccountClass.ASSET),
            Account.of("sales", "Sales", AccountClass.INCOME),
            Account.of("rent", "Rent", AccountClass.EXPENSE),
            Account.of("gains", "Gains", AccountClass.INCOME),
            Account.of("losses", "Losses", AccountClass.EXPENSE),
            Account.builder()
                    .id("claims")
                    .name("Claims")
                    .accountClass(AccountClass.ASSET)
                    .control(ControlKind.RECEIVABLE)
                    .build(),
            Account.builder()
                    .id("retained")
                    .name("Retained earnings")
                    .accountClass(AccountClass.EQUITY)
                    .tag("retained-earnings")
                    .build(),
            Account.builder()
                    .id("heading")
                    .name("Heading")
                    .accountClass(AccountClass.ASSET)
                    .postable(false)
                    .build(),
            Account.builder()
                    .id("purse")
                    .name("Never overdrawn, never above 150")
                    .accountClass(AccountClass.ASSET)
                    .limit(new BalanceLimit("JPY", OptionalLong.of(0), OptionalLong.of(150)))
                    .build());

    final MemoryHarness harness = new MemoryHarness();
    final KitClock clock = new KitClock(START);
    final KitBooks books = KitBooks.over(
            harness,
            Lists.immutable.of(new Book(BookId.MAIN, JPY, CALENDAR)),
            Lists.immutable.empty(),
            PostingPolicy.standard(),
            clock);
    final ReferenceBooks reference = new ReferenceBooks(CHART, START);
    final Map<String, Integer> answers;

    ModelPair(Map<String, Integer> answers) {
        this.answers = answers;
        books.books().open(CHART);
        for (int month = 0; month < 20; month++) {
            LocalDate day = LocalDate.of(2025, 10, 1).plusMonths(month);
            harness.record(ExchangeRate.of(USD, JPY, rate(day), RateType.CLOSING, day));
        }
    }

    /** Yen for a dollar in the month of a day. */
    static BigDecimal rate(LocalDate day) {
        return new BigDecimal("140.25").add(BigDecimal.valueOf(day.getMonthValue() * 137L % 29));
    }

    private static RevaluationPolicy revaluation() {
        RevaluationPolicy.Builder policy = RevaluationPolicy.builder();
        ExchangeAccounts accounts = ExchangeAccounts.of("gains", "losses");
        policy.baseCurrency(JPY).unrealised(accounts).realised(accounts);
        return policy.build();
    }

    private static MatchingPolicy matching() {
        MatchingPolicy.Builder policy = MatchingPolicy.builder();
        policy.accounts(ExchangeAccounts.of("gains", "losses"));
        return policy.build();
    }

    /** Whether an item stands on the debit side. */
    boolean debit(ItemId item) {
        return harness.openItems().find(item).orElseThrow().item().amountMinor() > 0;
    }

    void pass(Duration time) {
        clock.advance(time);
        reference.at(clock.instant());
    }

    void compare(String command, String expected, Outcome<?> actual) {
        compare(command, Lists.immutable.of(expected), Lists.immutable.of(actual));
    }

    void compare(String command, ImmutableList<String> expected, ImmutableList<? extends Outcome<?>> actual) {
        assertThat(actual.collect(ModelPair::answer)).isEqualTo(expected);
        expected.forEach(answer -> answers.merge(command + " " + answer, 1, Integer::sum));
        check();
    }

    private static String answer(Outcome<?> outcome) {
        return outcome.refusal()
                .map(r -> r.code().value())
                .orElseGet(() -> ((Outcome.Accepted<?>) outcome).replayed() ? "replayed" : "accepted");
    }

    /** The whole state is the same: entries, what is open on every day of importance, and what is locked. */
    void check() {
        ImmutableList<JournalEntry> posted = books.journal().collect(PostedEntry::entry);
        assertThat(posted.collect(ModelPair::told))
                .isEqualTo(reference.entries().collect(ModelPair::told));
        assertThat(posted.select(e -> e.kind() == EntryKind.NORMAL))
                .isEqualTo(reference.entries().select(e -> e.kind() == EntryKind.NORMAL));
        ImmutableList<ItemHistory> items = OpenItemInvariants.items(harness.openItems());
        assertThat(items.collect(i -> i.item().id())).containsExactlyInAnyOrderElementsOf(reference.items());
        for (ItemHistory history : items) {
            ItemId id = history.item().id();
            MutableList<LocalDate> days =
                    Lists.mutable.of(LocalDate.MAX, history.item().date());
            history.consumptions().forEach(c -> days.add(c.date()));
            days.forEach(day -> assertThat(history.residual(day).amountMinor())
                    .as("%s on %s", id, day)
                    .isEqualTo(reference.open(id, day)));
        }
        assertThat(books.periods()
                        .current()
                        .lockedThrough(BookId.MAIN, LockScope.ALL)
                        .orElse(LocalDate.MIN))
                .isEqualTo(reference.lockedThrough());
    }

    /** An entry without what its texts and the order of its lines say. */
    private static String told(JournalEntry entry) {
        Map<String, long[]> sums = new TreeMap<>();
        for (JournalLine line : entry.lines()) {
            long[] sum = sums.computeIfAbsent(
                    line.account() + " " + line.amount().getCurrency().getCurrencyCode(), key -> new long[2]);
            sum[0] += line.amountMinor();
            sum[1] += line.baseMinor();
        }
        StringBuilder text = new StringBuilder(entry.id() + " on " + entry.date());
        sums.forEach((key, sum) -> text.append(", ")
                .append(key)
                .append(' ')
                .append(sum[0])
                .append(" at ")
                .append(sum[1]));
        return text.toString();
    }
}
