package dev.erpkit.examples.benchmarks;

import dev.erpkit.accounting.evidence.JournalSealing;
import dev.erpkit.accounting.evidence.SealedBytes;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.memory.MemorySealLog;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

/** Sealing entries into the hash chain of a memory store, beside SHA-256 over the same bytes and the same chain. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(SealingBenchmark.ENTRIES)
public class SealingBenchmark {
    /** So many for one sealer, which has seen every account before long, as that of books has. */
    static final int ENTRIES = 20_000;

    /** So few that they stay in the caches of the processor, as an entry is that was posted the moment before. */
    private static final int CONTENTS = 100;

    private final PostedEntry[] posted = new PostedEntry[ENTRIES];
    private final byte[][] bytes = new byte[CONTENTS][];
    private MemoryUnitOfWork work = new MemoryUnitOfWork();
    private JournalSealing sealing = sealing();

    private JournalSealing sealing() {
        work = new MemoryUnitOfWork();
        return new JournalSealing(new MemorySealLog(work), () -> new byte[32]);
    }

    /** The entries and the bytes of them. */
    @Setup(Level.Trial)
    public void build() {
        Sample sample = new Sample();
        for (int i = 0; i < ENTRIES; i++) {
            JournalEntry entry =
                    i < CONTENTS ? sample.entry(i * (Sample.ENTRIES / CONTENTS)) : posted[i - CONTENTS].entry();
            posted[i] = IndexedLedger.posted(entry, i + 1);
        }
        for (int i = 0; i < CONTENTS; i++) {
            bytes[i] = SealedBytes.of(posted[i]);
            if (!SealedBytes.are(bytes[i], posted[i])) {
                throw new IllegalStateException("The floor must digest what the sealer digests");
            }
        }
    }

    /** An empty log for each pass. */
    @Setup(Level.Invocation)
    public void empty() {
        sealing = sealing();
    }

    /** The floor: a digest of each entry, and of it with the digest before. */
    @Benchmark
    public byte[] sha256() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] chain = new byte[32];
        for (int i = 0; i < ENTRIES; i++) {
            byte[] content = digest.digest(bytes[i % CONTENTS]);
            digest.update(chain);
            digest.update(content);
            chain = digest.digest();
        }
        return chain;
    }

    /** The seal of each entry, kept; in the unit of work that posting has open anyway. */
    @Benchmark
    public Object sealed() {
        return work.execute(() -> {
            for (PostedEntry entry : posted) {
                sealing.posted(entry);
            }
            return sealing;
        });
    }
}
