package dev.erpkit.examples.benchmarks;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.accounting.ledger.LedgerQuery;
import dev.erpkit.accounting.ledger.LedgerView;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The trial balance of 10 million lines summed anew from the columns, as a question about the past needs it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScanBenchmark {
    private static final int LINES = 10_000_000;
    private static final LocalDate THROUGH = LocalDate.of(2025, 6, 17);
    private static final LedgerQuery DAY = LedgerQuery.asOf(BookId.MAIN, THROUGH);

    private final Sample sample = new Sample();
    private LedgerView known = new LedgerIndex();
    private int[] account = {};
    private int[] day = {};
    private long[] amount = {};

    /** The same lines in the index and in bare arrays. */
    @Setup(Level.Trial)
    public void columns() {
        LedgerIndex index = IndexedLedger.of(sample, LINES);
        // one entry less than the index has: then the maintained sums do not answer, and the columns are scanned
        known = index.asKnownAt(index.position() - 1);
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
        int through = (int) THROUGH.toEpochDay();
        for (int i = 0; i < LINES; i++) {
            if (day[i] <= through) {
                sums[account[i]] = Math.addExact(sums[account[i]], amount[i]);
            }
        }
        return sums;
    }

    /** The trial balance, with debits, credits and both currencies. */
    @Benchmark
    public Object trialBalance() {
        return known.balances(DAY);
    }
}
