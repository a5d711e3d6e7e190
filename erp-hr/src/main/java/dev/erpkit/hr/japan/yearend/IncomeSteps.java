package dev.erpkit.hr.japan.yearend;

import dev.erpkit.hr.japan.internal.Table;
import org.eclipse.collections.api.list.ImmutableList;

/** Amounts by steps of an income, in yen: each step holds up to an income, the last one perhaps without end. */
final class IncomeSteps {
    private static final int FIRST_AMOUNT = 2;

    private final long[] upTo;

    /** By step, then by column. */
    private final long[][] amounts;

    IncomeSteps(ImmutableList<Table.Row> rows) {
        upTo = rows.collectLong(row -> row.number(1, Long.MAX_VALUE)).toArray();
        amounts = rows.collect(IncomeSteps::amounts).toArray(new long[0][]);
    }

    private static long[] amounts(Table.Row row) {
        long[] amounts = new long[row.cells().size() - FIRST_AMOUNT];
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = row.number(FIRST_AMOUNT + i);
        }
        return amounts;
    }

    /** Whether an income lies within the last step. */
    boolean reach(long income) {
        return income <= upTo[upTo.length - 1];
    }

    /** The amount of a column for an income that the steps reach. */
    long amount(long income, int column) {
        int step = 0;
        while (income > upTo[step]) {
            step++;
        }
        return amounts[step][column];
    }
}
