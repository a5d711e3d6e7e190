package dev.erpkit.accounting.ledger;

import dev.erpkit.core.value.InvalidValueException;

/**
 * The layout of the sums of a group: four for what is effective before a period and four for what is effective up to its
 * end. The four are the net amount, the net base, the debit turnover of the amount and that of the base; the credit turnover
 * is what is missing.
 */
final class Sums {
    static final int OPENING = 0;
    static final int CLOSING = 4;
    static final int WIDTH = 8;

    static final int AMOUNT = 0;
    static final int BASE = 1;
    static final int DEBIT_AMOUNT = 2;
    static final int DEBIT_BASE = 3;
    static final int COUNT = 4;

    private Sums() {}

    /** Adds a line. */
    static void add(long[] into, int at, long amount, long base) {
        into[at + AMOUNT] += amount;
        into[at + BASE] += base;
        into[at + DEBIT_AMOUNT] += debit(amount);
        into[at + DEBIT_BASE] += debit(base);
    }

    /** What is a debit as it is, and zero for a credit, without a branch. */
    static long debit(long minor) {
        return minor & ~(minor >> 63);
    }

    /** Adds four sums to four others. */
    static void addAll(long[] from, int start, long[] into, int at) {
        into[at] += from[start];
        into[at + 1] += from[start + 1];
        into[at + 2] += from[start + 2];
        into[at + 3] += from[start + 3];
    }

    /**
     * The exact sum of balances of different slots.
     *
     * @throws InvalidValueException {@code ledger.overflow}
     */
    static long exact(long a, long b) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            throw overflow();
        }
        return sum;
    }

    static InvalidValueException overflow() {
        return new InvalidValueException(
                "LedgerIndex",
                "amount",
                "ledger.overflow",
                "the turnover of an account must stay within 63 bits of minor units; split the account or the amount");
    }
}
