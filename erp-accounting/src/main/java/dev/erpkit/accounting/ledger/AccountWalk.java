package dev.erpkit.accounting.ledger;

import dev.erpkit.accounting.chart.AccountId;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.primitive.LongLists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.list.primitive.MutableLongList;
import org.eclipse.collections.api.map.MutableMap;

/**
 * Reads the lines of one account through the chains of its slots, so that the cost depends on the account and not on the
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
        slot.forEachLine(Integer.MIN_VALUE, date.month(), lines, (line, chunk, i) -> {
            if (chunk.day[i] <= date.day() && query.matches(state.dictionary.leaf(chunk.leaf[i]))) {
                Sums.add(into, at, chunk.amount[i], chunk.base[i]);
            }
        });
    }

    /** The lines of a period by day and then by position, with running balances. */
    ImmutableList<RegisterLine> register(AccountId account, LedgerQuery query) {
        MutableList<Slot> slots = Lists.mutable.with(state.dictionary.slots(account)).select(query::matches);
        MutableMap<CurrencyUnit, Running> amounts = Maps.mutable.empty();
        Running base = new Running();
        for (Slot slot : slots) {
            long[] sums = new long[Sums.COUNT];
            addThrough(slot, query.opening(), query, sums, 0);
            amounts.getIfAbsentPut(slot.currency, Running::new).add(sums[Sums.AMOUNT]);
            base.add(sums[Sums.BASE]);
        }
        return lines(ordered(slots, query), amounts, base);
    }

    private ImmutableList<RegisterLine> lines(
            MutableLongList ordered, MutableMap<CurrencyUnit, Running> amounts, Running base) {
        RegisterLine[] register = new RegisterLine[ordered.size()];
        LocalDate date = LocalDate.EPOCH;
        for (int i = 0; i < register.length; i++) {
            int line = (int) ordered.get(i);
            Chunk chunk = lines.chunk(line);
            int at = line & Chunk.MASK;
            Leaf leaf = state.dictionary.leaf(chunk.leaf[at]);
            state.origin.requireSingleLine(chunk.ordinal[at]);
            int number = line - lines.firstOfEntry(line);
            date = date.toEpochDay() == chunk.day[at] ? date : LocalDate.ofEpochDay(chunk.day[at]);
            register[i] = new RegisterLine(
                    Snapshot.line(chunk, at, number, date, leaf, state.origin),
                    amounts.get(leaf.slot().currency).add(chunk.amount[at]),
                    base.add(chunk.base[at]));
        }
        return Lists.immutable.with(register);
    }

    /** The chosen lines as keys that sort by day and then by line. */
    private MutableLongList ordered(MutableList<Slot> slots, LedgerQuery query) {
        AsOf end = query.end();
        int firstDay = query.firstDay();
        int firstMonth = query.from().map(day -> AsOf.of(day).month()).orElse(Integer.MIN_VALUE);
        boolean everything = query.dimensions().isEmpty();
        MutableLongList keys = LongLists.mutable.empty();
        for (Slot slot : slots) {
            slot.forEachLine(firstMonth, end.month(), lines, (line, chunk, at) -> {
                int day = chunk.day[at];
                boolean chosen = everything || query.matches(state.dictionary.leaf(chunk.leaf[at]));
                if (day >= firstDay && day <= end.day() && chosen) {
                    keys.add(((long) day << 32) | line);
                }
            });
        }
        return keys.sortThis();
    }

    /** A balance that goes on. */
    private static final class Running {
        private long balance;

        long add(long minor) {
            balance = Sums.exact(balance, minor);
            return balance;
        }
    }
}
