package dev.erpkit.accounting.interchange;

import java.math.BigDecimal;
import java.util.Arrays;

/** Finds the missing amount of a transaction and proves that what is there sums to zero. */
final class Balancer {
    private static final int NO_POSTING = -1;
    private static final int NOT_WRITTEN = -1;

    private final Commodities names;
    private final AutoRules rules;
    private final boolean exchangesNeedCost;
    private final ExactSums sums = new ExactSums(8);
    private int[] commodities = new int[8];
    /** The most decimals written for the commodity in this transaction outside costs; -1 when it stands in costs only. */
    private int[] decimals = new int[8];
    /** Whether a unit cost entered the sum. */
    private boolean[] priced = new boolean[8];

    private int size;
    /** Whether a cost entered a sum. */
    private boolean costs;

    Balancer(Commodities names, AutoRules rules, boolean exchangesNeedCost) {
        this.names = names;
        this.rules = rules;
        this.exchangesNeedCost = exchangesNeedCost;
    }

    /** Completes and checks a transaction; the amount of a posting without one may become several postings. */
    void balance(RawTransaction t) {
        balanceKinds(t);
        // What rules add has to leave the transaction balanced.
        if (!rules.isEmpty() && rules.apply(t)) {
            balanceKinds(t);
        }
    }

    private void balanceKinds(RawTransaction t) {
        if (t.hasVirtual) {
            completeVirtual(t);
            balance(t, PostingKind.BALANCED_VIRTUAL);
        }
        balance(t, PostingKind.REAL);
    }

    /** An unbalanced virtual posting without an amount is about nothing. */
    private static void completeVirtual(RawTransaction t) {
        for (int i = 0; i < t.size; i++) {
            if (t.kinds[i] == PostingKind.VIRTUAL && !t.amounts.has(i)) {
                t.amounts.set(i, BigDecimal.ZERO, 0);
            }
        }
    }

    private void balance(RawTransaction t, PostingKind kind) {
        if (t.hasLots) {
            balanceLots(t, kind);
            return;
        }
        int missing = sum(t, kind, false);
        if (missing != NO_POSTING) {
            complete(t, missing);
        } else {
            check(t);
        }
    }

    /** At costs, or else at the prices of lots; nothing is inferred where the two differ. */
    private void balanceLots(RawTransaction t, PostingKind kind) {
        int missing = sum(t, kind, false);
        if (missing != NO_POSTING) {
            LotPrices.refuseDifferent(t, kind, missing);
            complete(t, missing);
            return;
        }
        try {
            check(t);
        } catch (Malformed atCosts) {
            sum(t, kind, true);
            if (!isBalanced()) {
                throw atCosts;
            }
            t.atLotPrices = true;
        }
    }

    /** Sums up by commodity; gives the posting without amount. */
    private int sum(RawTransaction t, PostingKind kind, boolean atLotPrices) {
        size = 0;
        costs = false;
        int missing = NO_POSTING;
        for (int i = 0, n = t.size; i < n; i++) {
            if (t.kinds[i] != kind) {
                continue;
            }
            if (!t.amounts.has(i)) {
                if (missing != NO_POSTING) {
                    throw new Malformed(
                            JournalCodes.AMOUNTS_MISSING,
                            t.lines[i],
                            "only one posting of a transaction may leave out its amount; line " + t.lines[missing]
                                    + " does already");
                }
                missing = i;
            } else if (atLotPrices && t.lots.has(i)) {
                addAt(t, i, t.lots, (t.lotFlags[i] & RawTransaction.LOT_TOTAL) != 0);
            } else if (t.hasCosts && t.costs.has(i)) {
                addAt(t, i, t.costs, t.costTotal[i]);
                costs = true;
            } else {
                AmountColumn a = t.amounts;
                int slot = slot(a.commodities[i]);
                sums.add(slot, a.mantissas[i], a.scales[i], a.big(i));
                decimals[slot] = Math.max(decimals[slot], a.scales[i]);
            }
        }
        return missing;
    }

    private void addAt(RawTransaction t, int i, AmountColumn c, boolean total) {
        AmountColumn a = t.amounts;
        // The commodity itself counts as written, with nothing added to its sum.
        int own = slot(a.commodities[i]);
        decimals[own] = Math.max(decimals[own], a.scales[i]);
        int slot = slot(c.commodities[i]);
        if (total) {
            int sign = a.signum(i);
            if (c.big(i) == null) {
                sums.add(slot, sign * c.mantissas[i], c.scales[i], null);
            } else {
                sums.add(slot, 0, 0, c.value(i).multiply(BigDecimal.valueOf(sign)));
            }
            return;
        }
        priced[slot] = true;
        boolean small = a.big(i) == null && c.big(i) == null;
        if (small && Decimals.productFits(a.mantissas[i], c.mantissas[i])) {
            sums.add(slot, a.mantissas[i] * c.mantissas[i], a.scales[i] + c.scales[i], null);
        } else {
            sums.add(slot, 0, 0, a.value(i).multiply(c.value(i)));
        }
    }

    private int slot(int commodity) {
        for (int s = 0; s < size; s++) {
            if (commodities[s] == commodity) {
                return s;
            }
        }
        if (size == commodities.length) {
            commodities = Arrays.copyOf(commodities, 2 * size);
            decimals = Arrays.copyOf(decimals, 2 * size);
            priced = Arrays.copyOf(priced, 2 * size);
            sums.ensure(2 * size);
        }
        sums.clear(size);
        commodities[size] = commodity;
        decimals[size] = NOT_WRITTEN;
        priced[size] = false;
        return size++;
    }

    private void complete(RawTransaction t, int missing) {
        for (int s = 0; s < size; s++) {
            if (sums.signum(s) != 0) {
                int i = t.amounts.has(missing)
                        ? t.add(t.accounts[missing], t.kinds[missing], t.statuses[missing], t.lines[missing])
                        : missing;
                t.days[i] = t.days[missing];
                t.amounts.set(i, sums.value(s).negate(), commodities[s]);
            }
        }
        if (!t.amounts.has(missing)) {
            t.amounts.set(missing, BigDecimal.ZERO, size == 0 ? 0 : commodities[0]);
        }
    }

    private boolean isBalanced() {
        for (int s = 0; s < size; s++) {
            if (sums.signum(s) != 0 && !(priced[s] && isNothing(s))) {
                return false;
            }
        }
        return true;
    }

    private void check(RawTransaction t) {
        int positive = 0;
        int negative = 0;
        for (int s = 0; s < size; s++) {
            int sign = sums.signum(s);
            if (sign != 0 && !(priced[s] && isNothing(s))) {
                if (sign > 0) {
                    positive++;
                } else {
                    negative++;
                }
            }
        }
        boolean balanced = positive + negative == 0;
        boolean exchange = positive == 1 && negative == 1 && !costs && !exchangesNeedCost;
        if (!balanced && !exchange) {
            throw unbalanced(t, positive == 1 && negative == 1 && !costs);
        }
    }

    /** Whether a rest is at most half of the last decimal written for its commodity. */
    private boolean isNothing(int s) {
        return decimals[s] != NOT_WRITTEN && sums.value(s).abs().compareTo(BigDecimal.valueOf(5, decimals[s] + 1)) <= 0;
    }

    private Malformed unbalanced(RawTransaction t, boolean needsCost) {
        StringBuilder text = new StringBuilder("the transaction is unbalanced:");
        String separator = " ";
        for (int s = 0; s < size; s++) {
            if (sums.signum(s) != 0) {
                String name = names.name(commodities[s]);
                text.append(separator)
                        .append(name.isEmpty() ? "the amount without commodity" : name)
                        .append(" is off by ")
                        .append(sums.value(s).toPlainString());
                separator = ", ";
            }
        }
        if (needsCost) {
            text.append("; write the exchange with a cost, @ or @@");
        }
        return new Malformed(JournalCodes.UNBALANCED, t.line, text.toString());
    }
}
