package dev.erpkit.accounting.budget;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.dimension.DimensionCatalogue;
import dev.erpkit.core.posting.Dimensions;
import java.util.Arrays;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;

/**
 * A version of a budget laid over chart and catalogue: which lines a figure counts in. A line counts all that is posted
 * below its account and coordinates, and its plan includes those of the lines below it: 1,000 for a heading and 100 for one
 * of its accounts is 1,100 for the heading.
 */
final class BudgetPlan {
    private final BudgetState state;
    private final Chart chart;
    private final DimensionCatalogue catalogue;
    private final long[][] planned;
    private final MutableMap<AccountId, int[]> byAccount = Maps.mutable.empty();

    BudgetPlan(BudgetState state, Chart chart, DimensionCatalogue catalogue) {
        this.state = state;
        this.chart = chart;
        this.catalogue = catalogue;
        this.planned = new long[lines().size()][periods()];
        for (BudgetLine line : lines()) {
            for (int i : covering(line.scope().account(), line.scope().dimensions())) {
                for (int p = 0; p < periods(); p++) {
                    planned[i][p] = Math.addExact(planned[i][p], line.minor().get(p));
                }
            }
        }
    }

    BudgetState state() {
        return state;
    }

    Budget budget() {
        return state.budget();
    }

    ImmutableList<BudgetLine> lines() {
        return state.lines();
    }

    int periods() {
        return budget().periods().size();
    }

    @SuppressWarnings("ReferenceEquality") // all three are values that are replaced when they change
    boolean isOf(BudgetState other, Chart otherChart, DimensionCatalogue otherCatalogue) {
        return chart == otherChart
                && catalogue == otherCatalogue
                && (state == other
                        || state.budget() == other.budget() && state.lines().equals(other.lines()));
    }

    /** The places of the lines that a figure counts in. */
    int[] covering(AccountId account, Dimensions dimensions) {
        int[] candidates = byAccount.getIfAbsentPut(account, () -> above(account));
        int count = 0;
        int[] found = new int[candidates.length];
        for (int i : candidates) {
            if (catalogue.covers(lines().get(i).scope().dimensions(), dimensions)) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private int[] above(AccountId account) {
        int[] found = new int[lines().size()];
        int count = 0;
        for (int i = 0; i < lines().size(); i++) {
            AccountId planned = lines().get(i).scope().account();
            if (planned.equals(account) || chart.isWithin(account, planned)) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** The nearest of the lines that a figure counts in: the one that all others cover, the first where none is; -1. */
    int nearest(AccountId account, Dimensions dimensions) {
        int[] covering = covering(account, dimensions);
        int nearest = covering.length == 0 ? -1 : covering[0];
        for (int i : covering) {
            nearest = isWithin(lines().get(i).scope(), lines().get(nearest).scope()) ? i : nearest;
        }
        return nearest;
    }

    private boolean isWithin(BudgetScope narrow, BudgetScope wide) {
        return (narrow.account().equals(wide.account()) || chart.isWithin(narrow.account(), wide.account()))
                && catalogue.covers(wide.dimensions(), narrow.dimensions());
    }

    /** The plan of a line with those below it, over periods from one through another. */
    long planned(int line, int from, int through) {
        return sum(planned[line], from, through);
    }

    static long sum(long[] periods, int from, int through) {
        long sum = 0;
        for (int p = from; p <= through; p++) {
            sum = Math.addExact(sum, periods[p]);
        }
        return sum;
    }
}
