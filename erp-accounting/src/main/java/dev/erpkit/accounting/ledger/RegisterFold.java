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
 * Makes a register month by month: gathers the lines of the month along the chains, puts them in the order of days and
 * positions, and carries the balances on. A line is fetched from memory once, while the walk waits for the next one anyway.
 */
final class RegisterFold {
    /** The day of the month, the line and its place among the gathered lines make up a key that sorts. */
    private static final int PLACE_BITS = 27;

    private static final int DAY_SHIFT = PLACE_BITS + 31;

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
    private long[] keys = new long[64];
    private int[] leaves = new int[64];
    private int[] ordinals = new int[64];
    private int[] numbers = new int[64];
    private long[] amountColumn = new long[64];
    private long[] baseColumn = new long[64];

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
        int firstOfMonth = Math.toIntExact(LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1)
                .toEpochDay());
        for (Slot slot : slots) {
            slot.forEachLine(month, month, lines, (line, chunk, at) -> gather(line, chunk, at, firstOfMonth));
        }
        Arrays.sort(keys, 0, gathered);
        LocalDate date = LocalDate.EPOCH;
        for (int i = 0; i < gathered; i++) {
            int day = firstOfMonth + (int) (keys[i] >>> DAY_SHIFT);
            date = date.toEpochDay() == day ? date : LocalDate.ofEpochDay(day);
            emit((int) keys[i] & ((1 << PLACE_BITS) - 1), date);
        }
    }

    ImmutableList<RegisterLine> register() {
        return register.toImmutable();
    }

    private void gather(int line, Chunk chunk, int at, int firstOfMonth) {
        int day = chunk.day[at];
        int leaf = chunk.leaf[at];
        boolean chosen = query.dimensions().isEmpty() || query.matches(state.dictionary.leaf(leaf));
        if (day < firstDay || day > lastDay || !chosen) {
            return;
        }
        if (gathered == keys.length) {
            grow();
        }
        keys[gathered] = ((long) (day - firstOfMonth) << DAY_SHIFT) | ((long) line << PLACE_BITS) | gathered;
        leaves[gathered] = leaf;
        ordinals[gathered] = chunk.ordinal[at];
        numbers[gathered] = line - lines.firstOfEntry(line);
        amountColumn[gathered] = chunk.amount[at];
        baseColumn[gathered] = chunk.base[at];
        gathered++;
    }

    private void emit(int place, LocalDate date) {
        state.origin.requireSingleLine(ordinals[place]);
        Leaf leaf = state.dictionary.leaf(leaves[place]);
        Slot slot = leaf.slot();
        LedgerLine line = new LedgerLine(
                state.origin.position() + ordinals[place],
                numbers[place],
                date,
                slot.account,
                leaf.dimensions(),
                slot.currency,
                slot.baseCurrency,
                amountColumn[place],
                baseColumn[place],
                slot.closing);
        register.add(new RegisterLine(line, bySlot[slot.id].add(amountColumn[place]), base.add(baseColumn[place])));
    }

    private void grow() {
        int capacity = Math.min(2 * gathered, 1 << PLACE_BITS);
        keys = Arrays.copyOf(keys, capacity);
        leaves = Arrays.copyOf(leaves, capacity);
        ordinals = Arrays.copyOf(ordinals, capacity);
        numbers = Arrays.copyOf(numbers, capacity);
        amountColumn = Arrays.copyOf(amountColumn, capacity);
        baseColumn = Arrays.copyOf(baseColumn, capacity);
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
