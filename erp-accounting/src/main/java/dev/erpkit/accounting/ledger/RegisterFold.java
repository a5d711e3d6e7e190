package dev.erpkit.accounting.ledger;

import java.time.LocalDate;
import java.util.Arrays;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/**
 * Makes a register month by month: gathers the lines of the month, puts them in the order of days and then of positions, and
 * carries the balances on. The lines lie far apart in memory, so the loops fetch many that do not wait for each other.
 */
final class RegisterFold {
    private static final int DAYS = 31;

    private final LedgerState state;
    private final Lines lines;
    private final LedgerQuery query;
    private final int firstDay;
    private final int lastDay;
    private final MutableMap<CurrencyUnit, Running> amounts = Maps.mutable.empty();
    private final Running[] bySlot;
    private final Running base = new Running();
    private final MutableList<RegisterLine> register = Lists.mutable.empty();

    private int gathered;
    private int[] places = {};
    private int[] order = {};
    private Chunk fetched = new Chunk(0);

    RegisterFold(LedgerState state, Lines lines, LedgerQuery query) {
        this.state = state;
        this.lines = lines;
        this.query = query;
        this.firstDay = query.firstDay();
        this.lastDay = query.end().day();
        this.bySlot = new Running[state.dictionary.slotCount()];
    }

    /** Starts with the balances of a slot before the period. */
    void open(Slot slot, long[] sums) {
        Running running = amounts.getIfAbsentPut(slot.currency, Running::new);
        running.add(sums[Sums.AMOUNT]);
        base.add(sums[Sums.BASE]);
        bySlot[slot.id] = running;
    }

    /** Adds the lines of a month. */
    void month(MutableList<Slot> slots, int month) {
        gathered = 0;
        slots.forEach(slot -> slot.forEachMonth(month, month, this::gather));
        fetch();
        LocalDate first = SlotMonth.firstDay(month);
        int[] ends = sort(first.toEpochDay());
        int i = 0;
        for (int day = 0; day < DAYS; day++) {
            if (i < ends[day]) {
                LocalDate date = first.plusDays(day);
                for (; i < ends[day]; i++) {
                    emit(order[i], date);
                }
            }
        }
    }

    ImmutableList<RegisterLine> register() {
        return register.toImmutable();
    }

    /** Appends the lines of a slot; those of several are put in the order of the log. */
    private void gather(SlotMonth cell) {
        int count = cell.countIn(lines);
        if (gathered + count > places.length) {
            places = Arrays.copyOf(places, gathered + count);
        }
        cell.copyLines(count, places, gathered);
        if (gathered > 0) {
            Arrays.sort(places, 0, gathered + count);
        }
        gathered += count;
    }

    /** Copies the lines side by side. Nothing here depends on what was read, so the reads from memory overlap. */
    private void fetch() {
        if (gathered > fetched.capacity()) {
            fetched = new Chunk(gathered);
            order = new int[gathered];
        }
        for (int i = 0; i < gathered; i++) {
            Chunk chunk = lines.chunk(places[i]);
            int at = places[i] & Chunk.MASK;
            fetched.set(i, chunk.leaf[at], chunk.day[at], chunk.ordinal[at], chunk.amount[at], chunk.base[at]);
        }
    }

    /** Sorts what is chosen by day, keeping the order within a day; returns where each day ends. */
    private int[] sort(long firstOfMonth) {
        int[] ends = new int[DAYS + 1];
        for (int i = 0; i < gathered; i++) {
            if (isChosen(i)) {
                ends[(int) (fetched.day[i] - firstOfMonth) + 1]++;
            }
        }
        for (int day = 1; day <= DAYS; day++) {
            ends[day] += ends[day - 1];
        }
        for (int i = 0; i < gathered; i++) {
            if (isChosen(i)) {
                order[ends[(int) (fetched.day[i] - firstOfMonth)]++] = i;
            }
        }
        return ends;
    }

    private boolean isChosen(int i) {
        int day = fetched.day[i];
        return day >= firstDay
                && day <= lastDay
                && (query.dimensions().isEmpty() || query.matches(state.dictionary.leaf(fetched.leaf[i])));
    }

    private void emit(int i, LocalDate date) {
        state.origin.requireSingleLine(fetched.ordinal[i]);
        Leaf leaf = state.dictionary.leaf(fetched.leaf[i]);
        int number = places[i] - lines.firstOfEntry(places[i]);
        LedgerLine line = Snapshot.line(fetched, i, number, date, leaf, state.origin);
        Running amount = bySlot[leaf.slot().id];
        register.add(new RegisterLine(line, amount.add(line.amountMinor()), base.add(line.baseMinor())));
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
