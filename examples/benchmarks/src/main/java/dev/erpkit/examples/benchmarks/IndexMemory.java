package dev.erpkit.examples.benchmarks;

import dev.erpkit.accounting.ledger.LedgerIndex;
import java.lang.ref.Reference;

/** What the index of the ledger takes of the heap. */
final class IndexMemory {
    private static final int LINES = 2_000_000;

    private IndexMemory() {}

    static double bytesALine() {
        Sample sample = new Sample();
        LedgerIndex warm = IndexedLedger.of(sample, 10);
        long before = used();
        LedgerIndex index = IndexedLedger.of(sample, LINES);
        long after = used();
        Reference.reachabilityFence(warm);
        Reference.reachabilityFence(sample);
        Reference.reachabilityFence(index);
        return (double) (after - before) / LINES;
    }

    static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
