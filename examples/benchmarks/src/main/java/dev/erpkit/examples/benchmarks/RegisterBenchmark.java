package dev.erpkit.examples.benchmarks;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.accounting.ledger.LedgerQuery;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The register of one account with 50,000 lines, each an object with its running balance. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RegisterBenchmark {
    private static final int LINES = 10_000_000;

    private final Sample sample = new Sample();
    private LedgerIndex index = new LedgerIndex();

    /** Ten million lines on 200 accounts: about 50,000 on each. */
    @Setup(Level.Trial)
    public void index() {
        index = IndexedLedger.of(sample, LINES);
    }

    /** The register of the whole year. */
    @Benchmark
    public Object register() {
        return index.register(AccountId.of(sample.codes[0]), LedgerQuery.all(BookId.MAIN));
    }
}
