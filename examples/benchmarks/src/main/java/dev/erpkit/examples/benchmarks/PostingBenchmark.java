package dev.erpkit.examples.benchmarks;

import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.accounting.posting.Batch;
import dev.erpkit.accounting.posting.PostingService;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.system.SystemSources;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Posting entries of two lines into memory stores: validated, idempotent, numbered, with running balances. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Sample.ENTRIES)
public class PostingBenchmark {
    private static final Actor CLERK = Actor.of("clerk");
    private static final int BATCH = 100;

    private final Sample sample = new Sample();
    private final Chart chart = sample.chart();
    private final JournalEntry[] built = new JournalEntry[Sample.ENTRIES];
    private PostingService service = PostingFixture.service(chart, new LedgerIndex());
    private PostingService onSystemClock = service;
    private ChunkedColumns columns = new ChunkedColumns(Sample.ACCOUNTS);
    private PrimitiveBooks primitive = primitive();

    /** Builds the entries that are posted as they are. */
    @Setup(Level.Trial)
    public void build() {
        for (int i = 0; i < built.length; i++) {
            built[i] = sample.entry(i);
        }
    }

    /** Empty books for each pass, because an entry is posted once. */
    @Setup(Level.Invocation)
    public void empty() {
        service = PostingFixture.service(chart, new LedgerIndex());
        onSystemClock = PostingFixture.service(chart, new LedgerIndex(), SystemSources.clock());
        columns = new ChunkedColumns(Sample.ACCOUNTS);
        primitive = primitive();
    }

    private static PrimitiveBooks primitive() {
        return new PrimitiveBooks(Sample.ACCOUNTS, 0, 365);
    }

    /** The bare row: two lines checked, kept and added to two balances. Less than posting is. */
    @Benchmark
    public long columns() {
        for (int i = 0; i < Sample.ENTRIES; i++) {
            long minor = sample.minor[i];
            if (!columns.post(sample.debits[i], sample.credits[i], sample.day[i], minor, -minor)) {
                throw new IllegalStateException("not posted: " + i);
            }
        }
        return columns.balance(0);
    }

    /** The floor: what posting does, on primitive arrays. */
    @Benchmark
    public long sameWork() {
        for (int i = 0; i < Sample.ENTRIES; i++) {
            long minor = sample.minor[i];
            if (!primitive.post(
                    sample.keys[i], 0, sample.day[i], i, sample.debits[i], sample.credits[i], 0, minor, -minor)) {
                throw new IllegalStateException("not posted: " + i);
            }
        }
        return primitive.balance(0);
    }

    /** Entries built beforehand, one a call. */
    @Benchmark
    public long prebuilt() {
        for (JournalEntry entry : built) {
            accepted(service.post(entry, CLERK));
        }
        return built.length;
    }

    /** The same with the clock of the operating system, which costs what a clock costs. */
    @Benchmark
    public long prebuiltSystemClock() {
        for (JournalEntry entry : built) {
            accepted(onSystemClock.post(entry, CLERK));
        }
        return built.length;
    }

    /** Entries built beforehand, a hundred a call. */
    @Benchmark
    public long prebuiltInBatches() {
        for (int i = 0; i < built.length; ) {
            Batch batch = Batch.independent(Arrays.asList(built).subList(i, i += BATCH));
            service.postAll(batch, CLERK).outcomes().forEach(PostingBenchmark::accepted);
        }
        return built.length;
    }

    /** Each entry built by the public builders with Moneta amounts, then posted. */
    @Benchmark
    public long builtAndPosted() {
        for (int i = 0; i < Sample.ENTRIES; i++) {
            accepted(service.post(sample.entry(i), CLERK));
        }
        return built.length;
    }

    /** Building alone. */
    @Benchmark
    public long building() {
        long sum = 0;
        for (int i = 0; i < Sample.ENTRIES; i++) {
            sum += sample.entry(i).lines().size();
        }
        return sum;
    }

    private static void accepted(Outcome<?> outcome) {
        if (!outcome.isAccepted()) {
            throw new IllegalStateException(outcome.toString());
        }
    }
}
