package dev.erpkit.examples.benchmarks;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.consolidation.AccountMapping;
import dev.erpkit.accounting.consolidation.AverageBasis;
import dev.erpkit.accounting.consolidation.Consolidation;
import dev.erpkit.accounting.consolidation.ConsolidationFacts;
import dev.erpkit.accounting.consolidation.ConsolidationPolicy;
import dev.erpkit.accounting.consolidation.Group;
import dev.erpkit.accounting.consolidation.GroupMember;
import dev.erpkit.accounting.consolidation.GroupRole;
import dev.erpkit.accounting.consolidation.Holding;
import dev.erpkit.accounting.consolidation.MemberBooks;
import dev.erpkit.accounting.consolidation.MemberId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.memory.MemoryExchangeRates;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The figures of a group of 50 companies with 10 million lines, translated from dollars to yen: the indexes that the
 * companies keep as they post are read, translated, proved and added up. The floor is one grouped sum over as many lines.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ConsolidationBenchmark {
    private static final int COMPANIES = 50;
    private static final int LINES = 10_000_000;
    private static final DateRange YEAR = DateRange.of(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1));

    private final Sample sample = new Sample();
    private final ConsolidationPolicy policy = ConsolidationPolicy.builder("JPY")
            .account(GroupRole.TRANSLATION_DIFFERENCE, "9000")
            .account(GroupRole.RETAINED_EARNINGS, "9010")
            .account(GroupRole.MINORITY_EQUITY, "9020")
            .account(GroupRole.MINORITY_RESULT, "9030")
            .build();
    private final MemoryExchangeRates rates = new MemoryExchangeRates(new MemoryUnitOfWork());
    private ImmutableList<LedgerIndex> indexes = Lists.immutable.empty();
    private Chart chart = Chart.empty();
    private Group group = Group.of(
                    MemberId.of("c0"), Lists.immutable.of(GroupMember.of("c0", "USD")), Lists.immutable.empty())
            .orElseThrow();
    private int[] account = {};
    private int[] day = {};
    private long[] amount = {};

    /** The companies' indexes, and the same lines in bare arrays. */
    @Setup(Level.Trial)
    public void companies() {
        MutableList<LedgerIndex> made = Lists.mutable.empty();
        MutableList<GroupMember> members = Lists.mutable.empty();
        MutableList<Holding> holdings = Lists.mutable.empty();
        for (int i = 0; i < COMPANIES; i++) {
            made.add(IndexedLedger.of(sample, LINES / COMPANIES));
            members.add(GroupMember.of("c" + i, "USD"));
            if (i > 0) {
                holdings.add(Holding.of("c0", "c" + i, "0.9", YEAR.startInclusive()));
            }
        }
        indexes = made.toImmutable();
        chart = chart();
        group = Group.of(MemberId.of("c0"), members.toImmutable(), holdings.toImmutable())
                .orElseThrow();
        rate("150.25", RateType.CLOSING, YEAR.lastDay());
        rate("148.5", RateType.AVERAGE, YEAR.lastDay());
        rate("140", RateType.HISTORICAL, YEAR.startInclusive());
        arrays();
    }

    private void rate(String price, RateType type, LocalDate on) {
        rates.record(ExchangeRate.of(Sample.USD, Amounts.currency("JPY"), new BigDecimal(price), type, on));
    }

    /** Of 200 accounts, 80 assets, 40 liabilities, 2 of equity, the rest income and expense. */
    private Chart chart() {
        MutableList<Account> accounts = Lists.mutable.empty();
        for (int i = 0; i < Sample.ACCOUNTS; i++) {
            AccountClass of = i < 80
                    ? AccountClass.ASSET
                    : i < 120
                            ? AccountClass.LIABILITY
                            : i < 122 ? AccountClass.EQUITY : i < 150 ? AccountClass.INCOME : AccountClass.EXPENSE;
            accounts.add(Account.of(sample.codes[i], "Account " + i, of));
        }
        for (String code : new String[] {"9000", "9010", "9020"}) {
            accounts.add(Account.of(code, "Account " + code, AccountClass.EQUITY));
        }
        return Chart.of(accounts.with(Account.of("9030", "Account 9030", AccountClass.EXPENSE)));
    }

    private void arrays() {
        account = new int[LINES];
        day = new int[LINES];
        amount = new long[LINES];
        for (int i = 0; i < LINES; i++) {
            int entry = i / 2 % Sample.ENTRIES;
            account[i] = i % 2 == 0 ? sample.debits[entry] : sample.credits[entry];
            day[i] = (int) sample.days[sample.day[entry]].toEpochDay();
            amount[i] = i % 2 == 0 ? sample.minor[entry] : -sample.minor[entry];
        }
    }

    /** The floor: one grouped sum, exact. */
    @Benchmark
    public long[] groupedSum() {
        long[] sums = new long[Sample.ACCOUNTS];
        int through = (int) YEAR.lastDay().toEpochDay();
        for (int i = 0; i < LINES; i++) {
            if (day[i] <= through) {
                sums[account[i]] = Math.addExact(sums[account[i]], amount[i]);
            }
        }
        return sums;
    }

    /** The figures of the group, every cell with its parts. */
    @Benchmark
    public Consolidation consolidated() {
        ImmutableList<MemberBooks> books = indexes.collectWithIndex((index, i) -> MemberBooks.read(
                        MemberId.of("c" + i),
                        AccountMapping.sameCodes(),
                        index,
                        chart,
                        BookId.MAIN,
                        YEAR,
                        AverageBasis.PERIOD))
                .toImmutableList();
        return Consolidation.of(group, chart, YEAR, ConsolidationFacts.of(books), policy, rates)
                .orElseThrow();
    }
}
