package dev.erpkit.examples.benchmarks;

import dev.erpkit.inventory.valuation.ValuationLedger;
import dev.erpkit.inventory.valuation.ValuationMethod;
import java.lang.ref.Reference;

/** What the ledger of a valuation takes of the heap beside the facts. */
final class LedgerMemory {
    private static final int MOVES = 1_000_000;

    private LedgerMemory() {}

    static double bytesAMove() {
        StockSample sample = new StockSample(MOVES);
        ValuationLedger warm = new StockSample(10).ledger(ValuationMethod.FIFO);
        long before = IndexMemory.used();
        ValuationLedger ledger = sample.ledger(ValuationMethod.FIFO);
        long after = IndexMemory.used();
        Reference.reachabilityFence(warm);
        Reference.reachabilityFence(sample);
        Reference.reachabilityFence(ledger);
        return (double) (after - before) / MOVES;
    }
}
