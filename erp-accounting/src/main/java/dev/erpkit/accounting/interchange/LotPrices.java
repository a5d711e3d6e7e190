package dev.erpkit.accounting.interchange;

import java.math.BigDecimal;

/** What lots are worth at their own price. */
final class LotPrices {
    private LotPrices() {}

    /**
     * Refuses a posting without amount beside one whose lot price and cost differ: hledger finds its amount from the cost
     * and Ledger from the lot price.
     */
    static void refuseDifferent(RawTransaction t, PostingKind kind, int missing) {
        for (int i = 0; i < t.size; i++) {
            boolean both = t.kinds[i] == kind && t.hasCosts && t.costs.has(i) && t.lots.has(i);
            if (both && !agrees(t, i)) {
                throw new Malformed(
                        JournalCodes.UNSUPPORTED,
                        t.lines[missing],
                        "the amount cannot be left out: the lot price and the cost of line " + t.lines[i]
                                + " differ; write it");
            }
        }
    }

    private static boolean agrees(RawTransaction t, int i) {
        BigDecimal size = t.amounts.value(i).abs();
        BigDecimal cost = t.costs.value(i).abs();
        BigDecimal lot = t.lots.value(i).abs();
        boolean lotTotal = (t.lotFlags[i] & RawTransaction.LOT_TOTAL) != 0;
        return t.costs.commodities[i] == t.lots.commodities[i]
                && (t.costTotal[i] ? cost : cost.multiply(size)).compareTo(lotTotal ? lot : lot.multiply(size)) == 0;
    }
}
