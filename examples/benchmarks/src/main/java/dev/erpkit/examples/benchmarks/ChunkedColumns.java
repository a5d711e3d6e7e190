package dev.erpkit.examples.benchmarks;

import java.util.Arrays;

/**
 * The bare row beside posting: validated lines appended to primitive columns in chunks, with a running balance an account.
 * Less than posting does; {@link PrimitiveBooks} is its floor.
 */
final class ChunkedColumns {
    private static final int BITS = 13;
    private static final int MASK = (1 << BITS) - 1;

    private int[][] account = {};
    private int[][] day = {};
    private long[][] amount = {};
    private final long[] balances;
    private int count;

    ChunkedColumns(int accounts) {
        balances = new long[accounts];
    }

    /** Appends an entry of two lines when it balances and its accounts exist. */
    boolean post(int debit, int credit, int onDay, long debitMinor, long creditMinor) {
        boolean known = debit >= 0 && debit < balances.length && credit >= 0 && credit < balances.length;
        if (!known || debitMinor == 0 || Math.addExact(debitMinor, creditMinor) != 0) {
            return false;
        }
        balances[debit] = Math.addExact(balances[debit], debitMinor);
        balances[credit] = Math.addExact(balances[credit], creditMinor);
        append(debit, onDay, debitMinor);
        append(credit, onDay, creditMinor);
        return true;
    }

    private void append(int toAccount, int onDay, long minor) {
        int chunk = count >>> BITS;
        int at = count & MASK;
        if (chunk == account.length) {
            grow(chunk);
        }
        account[chunk][at] = toAccount;
        day[chunk][at] = onDay;
        amount[chunk][at] = minor;
        count++;
    }

    private void grow(int chunk) {
        account = Arrays.copyOf(account, chunk + 1);
        day = Arrays.copyOf(day, chunk + 1);
        amount = Arrays.copyOf(amount, chunk + 1);
        account[chunk] = new int[MASK + 1];
        day[chunk] = new int[MASK + 1];
        amount[chunk] = new long[MASK + 1];
    }

    long balance(int ofAccount) {
        return balances[ofAccount];
    }
}
