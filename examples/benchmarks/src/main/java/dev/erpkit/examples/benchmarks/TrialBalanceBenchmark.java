package dev.erpkit.examples.benchmarks;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.ledger.LedgerQuery;
import dev.erpkit.accounting.ledger.LedgerView;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The trial balance of 200 accounts once the journal is in the index, whatever its length. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TrialBalanceBenchmark {
    private static final LedgerQuery MONTH_END = LedgerQuery.asOf(BookId.MAIN, LocalDate.of(2025, 6, 30));
    private static final LedgerQuery DAY = LedgerQuery.asOf(BookId.MAIN, LocalDate.of(2025, 6, 17));

    private static final LedgerQuery[] DAYS = new SplittableRandom(7)
            .ints(1 << 10, 1, 366)
            .mapToObj(day -> LedgerQuery.asOf(BookId.MAIN, LocalDate.ofYearDay(2025, day)))
            .toArray(LedgerQuery[]::new);

    /** The lines of the journal. */
    @Param({"10000", "10000000"})
    public int lines;

    private LedgerView ledger = IndexedLedger.of(new Sample(), 2);
    private int next;

    /** Indexes the journal. */
    @Setup(Level.Trial)
    public void index() {
        ledger = IndexedLedger.of(new Sample(), lines);
    }

    /** As of the end of a month. */
    @Benchmark
    public Object monthEnd() {
        return ledger.balances(MONTH_END);
    }

    /** As of one day in the middle of a month, again and again. */
    @Benchmark
    public Object day() {
        return ledger.balances(DAY);
    }

    /** As of days all over the year, in no order. */
    @Benchmark
    public Object randomDay() {
        return ledger.balances(DAYS[next++ & (DAYS.length - 1)]);
    }
}
