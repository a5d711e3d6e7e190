package dev.erpkit.accounting.ledger;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.set.primitive.MutableIntSet;
import org.jspecify.annotations.Nullable;

/**
 * What is summed as one: an account of a book in one currency, closing entries apart from all others. Holds, for every month
 * that has lines, the cumulated sums up to the end of the month, and for busy months the sums of each day. Quiet months find
 * their days by walking the chain of their lines.
 *
 * <p>An entry dated back adds to the months behind its own, one addition a month; reading the end of a month adds nothing
 * up. Turnover is bounded by {@link #reserve}, so no sum over any choice of lines of a slot can overflow.
 */
final class Slot {
    /** From this number of lines on a month keeps the sums of its days: 1 KB that saves a walk. */
    private static final int BUSY = 32;

    static final Comparator<Slot> ORDER = Comparator.comparing((Slot s) -> s.account)
            .thenComparing(s -> s.currency.getCurrencyCode())
            .thenComparing(s -> s.closing);

    final int id;
    final BookId book;
    final AccountId account;
    final CurrencyUnit currency;
    final CurrencyUnit baseCurrency;
    final boolean closing;

    private long debitAmount;
    private long creditAmount;
    private long debitBase;
    private long creditBase;

    private int size;
    private int[] months = new int[2];
    private int[] heads = new int[2];
    private int[] counts = new int[2];
    private long[] cumulated = new long[2 * Sums.COUNT];
    private byte[] lastDays = new byte[2];
    private long[] @Nullable [] days = new long[2][];

    Slot(int id, BookId book, AccountId account, CurrencyUnit currency, CurrencyUnit baseCurrency, boolean closing) {
        this.id = id;
        this.book = book;
        this.account = account;
        this.currency = currency;
        this.baseCurrency = baseCurrency;
        this.closing = closing;
    }

    /** Counts a line towards the turnover; false, and nothing changed, when that would leave 63 bits. */
    boolean reserve(long amount, long base) {
        long da = debitAmount + Math.max(amount, 0);
        long ca = creditAmount + Math.min(amount, 0);
        long db = debitBase + Math.max(base, 0);
        long cb = creditBase + Math.min(base, 0);
        if (da < 0 || db < 0 || ca > 0 || cb > 0 || ca == Long.MIN_VALUE || cb == Long.MIN_VALUE) {
            return false;
        }
        debitAmount = da;
        creditAmount = ca;
        debitBase = db;
        creditBase = cb;
        return true;
    }

    /** Takes a {@link #reserve} back. */
    void release(long amount, long base) {
        debitAmount -= Math.max(amount, 0);
        creditAmount -= Math.min(amount, 0);
        debitBase -= Math.max(base, 0);
        creditBase -= Math.min(base, 0);
    }

    /** The newest line of a month, to which the next one points; -1 when there is none. */
    int head(int month) {
        int cell = cell(month);
        return cell >= 0 ? heads[cell] : -1;
    }

    /** The months that have lines, from one to another, ascending. */
    void addMonths(int firstMonth, int lastMonth, MutableIntSet into) {
        for (int cell = 0; cell < size; cell++) {
            if (months[cell] >= firstMonth && months[cell] <= lastMonth) {
                into.add(months[cell]);
            }
        }
    }

    /** Adds a line that was reserved and appended. */
    void add(AsOf date, int line, long amount, long base, Columns columns) {
        int cell = cell(date.month());
        if (cell < 0) {
            cell = insert(~cell, date.month());
        }
        heads[cell] = line;
        counts[cell]++;
        for (int i = cell; i < size; i++) {
            Sums.add(cumulated, i * Sums.COUNT, amount, base);
        }
        long[] sums = days[cell];
        if (sums != null) {
            addDay(sums, cell, date.dayOfMonth(), amount, base);
        } else if (counts[cell] == BUSY) {
            splitIntoDays(cell, date.day() - date.dayOfMonth() + 1, columns.lines());
        }
    }

    /** Adds the four sums of everything effective at the end of a day. */
    void addThrough(AsOf date, Lines lines, long[] into, int at) {
        int cell = cell(date.month());
        if (cell < 0 || date.monthEnd()) {
            int last = cell < 0 ? ~cell - 1 : cell;
            if (last >= 0) {
                Sums.addAll(cumulated, last * Sums.COUNT, into, at);
            }
            return;
        }
        if (cell > 0) {
            Sums.addAll(cumulated, (cell - 1) * Sums.COUNT, into, at);
        }
        addDays(cell, date, lines, into, at);
    }

    /**
     * Calls the sink with the lines of the months from one to another, in no order. The lines may end before the newest
     * one, but must come from the columns as they are now.
     */
    void forEachLine(int firstMonth, int lastMonth, Lines lines, LineSink sink) {
        for (int cell = size - 1; cell >= 0; cell--) {
            if (months[cell] >= firstMonth && months[cell] <= lastMonth) {
                for (int line = heads[cell]; line >= 0; ) {
                    Chunk chunk = lines.chunk(line);
                    if (line < lines.count()) {
                        sink.line(line, chunk, line & Chunk.MASK);
                    }
                    line = chunk.previous[line & Chunk.MASK];
                }
            }
        }
    }

    /** A bound that no sum of debits of this slot exceeds, in either currency. */
    long debits() {
        return Math.max(debitAmount, debitBase);
    }

    /** Calls the sink with what each day behind a day adds; a day may come in parts, and days in no order. */
    void forEachLaterDay(AsOf date, Lines lines, DayChange sink) {
        for (int cell = size - 1; cell >= 0 && months[cell] >= date.month(); cell--) {
            long[] sums = days[cell];
            if (sums == null) {
                forEachLine(months[cell], months[cell], lines, (line, chunk, at) -> {
                    if (chunk.day[at] > date.day()) {
                        sink.add(LocalDate.ofEpochDay(chunk.day[at]), chunk.amount[at]);
                    }
                });
                continue;
            }
            LocalDate first = LocalDate.of(Math.floorDiv(months[cell], 12), Math.floorMod(months[cell], 12) + 1, 1);
            int day = months[cell] == date.month() ? date.dayOfMonth() : 0;
            for (; day < first.lengthOfMonth(); day++) {
                long amount = sums[day * Sums.COUNT + Sums.AMOUNT];
                if (amount != 0) {
                    sink.add(first.plusDays(day), amount);
                }
            }
        }
    }

    private void addDays(int cell, AsOf date, Lines lines, long[] into, int at) {
        long[] sums = days[cell];
        if (sums != null) {
            int day = Math.min(date.dayOfMonth(), lastDays[cell]);
            Sums.addAll(sums, day * Sums.COUNT, into, at);
            return;
        }
        for (int line = heads[cell]; line >= 0; ) {
            Chunk chunk = lines.chunk(line);
            int i = line & Chunk.MASK;
            if (chunk.day[i] <= date.day()) {
                Sums.add(into, at, chunk.amount[i], chunk.base[i]);
            }
            line = chunk.previous[i];
        }
    }

    /** The sums of days are cumulated up to the last day with a line; posting in the order of days touches one of them. */
    private void addDay(long[] sums, int cell, int day, long amount, long base) {
        for (int next = lastDays[cell] + 1; next <= day; next++) {
            System.arraycopy(sums, (next - 1) * Sums.COUNT, sums, next * Sums.COUNT, Sums.COUNT);
            lastDays[cell] = (byte) next;
        }
        for (int later = day; later <= lastDays[cell]; later++) {
            Sums.add(sums, later * Sums.COUNT, amount, base);
        }
    }

    private void splitIntoDays(int cell, int firstDay, Lines lines) {
        long[] sums = new long[32 * Sums.COUNT];
        days[cell] = sums;
        for (int line = heads[cell]; line >= 0; ) {
            Chunk chunk = lines.chunk(line);
            int i = line & Chunk.MASK;
            addDay(sums, cell, chunk.day[i] - firstDay + 1, chunk.amount[i], chunk.base[i]);
            line = chunk.previous[i];
        }
    }

    private int cell(int month) {
        if (size == 0 || months[size - 1] < month) {
            return ~size;
        }
        return months[size - 1] == month ? size - 1 : Arrays.binarySearch(months, 0, size, month);
    }

    private int insert(int cell, int month) {
        if (size == months.length) {
            int capacity = size + (size >> 1) + 1;
            months = Arrays.copyOf(months, capacity);
            heads = Arrays.copyOf(heads, capacity);
            counts = Arrays.copyOf(counts, capacity);
            cumulated = Arrays.copyOf(cumulated, capacity * Sums.COUNT);
            lastDays = Arrays.copyOf(lastDays, capacity);
            days = Arrays.copyOf(days, capacity);
        }
        int behind = size - cell;
        System.arraycopy(months, cell, months, cell + 1, behind);
        System.arraycopy(heads, cell, heads, cell + 1, behind);
        System.arraycopy(counts, cell, counts, cell + 1, behind);
        System.arraycopy(lastDays, cell, lastDays, cell + 1, behind);
        System.arraycopy(days, cell, days, cell + 1, behind);
        int at = cell * Sums.COUNT;
        System.arraycopy(cumulated, at, cumulated, at + Sums.COUNT, behind * Sums.COUNT);
        Arrays.fill(cumulated, at, at + Sums.COUNT, 0);
        if (cell > 0) {
            Sums.addAll(cumulated, at - Sums.COUNT, cumulated, at);
        }
        months[cell] = month;
        heads[cell] = -1;
        counts[cell] = 0;
        lastDays[cell] = 0;
        days[cell] = null;
        size++;
        return cell;
    }
}
