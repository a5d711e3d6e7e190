package dev.erpkit.accounting.ledger;

import dev.erpkit.accounting.chart.AccountId;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.IntSets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.primitive.MutableIntSet;

/**
 * Reads the lines of one account month by month of its slots, so that the cost depends on the account and not on the
 * journal. Runs under the lock of the index.
 */
final class AccountWalk {
    private final LedgerState state;
    private final Lines lines;
    private final boolean complete;

    /**
     * A walk.
     *
     * @param state the index
     * @param lines the lines up to the position that is asked about
     */
    AccountWalk(LedgerState state, Lines lines) {
        this.state = state;
        this.lines = lines;
        this.complete = lines.count() == state.columns.count();
    }

    /** Adds the sums of a slot at the end of a day: from its months, or line by line for an earlier position. */
    void addThrough(Slot slot, AsOf date, LedgerQuery query, long[] into, int at) {
        if (complete && query.dimensions().isEmpty()) {
            slot.addThrough(date, lines, into, at);
            return;
        }
        LineSink sum = (line, chunk, i) -> {
            if (chunk.day[i] <= date.day() && query.matches(state.dictionary.leaf(chunk.leaf[i]))) {
                Sums.add(into, at, chunk.amount[i], chunk.base[i]);
            }
        };
        slot.forEachMonth(Integer.MIN_VALUE, date.month(), cell -> cell.forEachLine(lines, sum));
    }

    /** What each day of a period adds in base currency. */
    DayFold days(AccountId account, LedgerQuery query) {
        DayFold fold = new DayFold(query.firstDay(), query.end().day());
        boolean sums = complete && query.dimensions().isEmpty();
        LineSink byLine = (line, chunk, i) -> {
            if (query.matches(state.dictionary.leaf(chunk.leaf[i]))) {
                fold.add(chunk.day[i], chunk.base[i]);
            }
        };
        int firstMonth = query.from().map(day -> AsOf.of(day).month()).orElse(Integer.MIN_VALUE);
        for (Slot slot : state.dictionary.slots(account)) {
            if (query.matches(slot)) {
                slot.forEachMonth(firstMonth, query.end().month(), cell -> {
                    if (sums) {
                        cell.addDays(lines, fold);
                    } else {
                        cell.forEachLine(lines, byLine);
                    }
                });
            }
        }
        return fold;
    }

    /** The lines of a period by day and then by position, with running balances. */
    ImmutableList<RegisterLine> register(AccountId account, LedgerQuery query) {
        MutableList<Slot> slots =
                Lists.mutable.with(state.dictionary.slots(account)).select(query::matches);
        RegisterFold fold = new RegisterFold(state, lines, query);
        MutableIntSet months = IntSets.mutable.empty();
        int firstMonth = query.from().map(day -> AsOf.of(day).month()).orElse(Integer.MIN_VALUE);
        for (Slot slot : slots) {
            long[] sums = new long[Sums.COUNT];
            addThrough(slot, query.opening(), query, sums, 0);
            fold.open(slot, sums);
            slot.addMonths(firstMonth, query.end().month(), months);
        }
        months.toSortedList().forEach(month -> fold.month(slots, month));
        return fold.register();
    }
}
