package dev.erpkit.accounting.ledger;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Consumer;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.set.primitive.MutableIntSet;

/**
 * What is summed as one: an account of a book in one currency, closing entries apart from all others. Holds its lines and
 * sums by month.
 *
 * <p>An entry dated back adds to the months behind its own, one addition a month; reading the end of a month adds nothing
 * up. Turnover is bounded by {@link #reserve}, so no sum over any choice of lines of a slot can overflow.
 */
final class Slot {
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
    /** Of the months that have lines: who asks for all or for nothing needs no look into the arrays. */
    private int firstMonth;

    private int lastMonth;
    private int[] months = new int[2];
    private SlotMonth[] cells = new SlotMonth[2];
    private final long[] total = new long[Sums.COUNT];

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

    /** The months that have lines, from one to another, ascending. */
    void addMonths(int firstMonth, int lastMonth, MutableIntSet into) {
        forEachMonth(firstMonth, lastMonth, cell -> into.add(cell.month));
    }

    /** Calls the sink with the months that have lines, from one to another, ascending. */
    void forEachMonth(int firstMonth, int lastMonth, Consumer<SlotMonth> sink) {
        int at = at(firstMonth);
        for (int i = at < 0 ? ~at : at; i < size && months[i] <= lastMonth; i++) {
            sink.accept(cells[i]);
        }
    }

    /** Adds a line that was reserved and appended. */
    void add(AsOf date, int line, long amount, long base, LedgerState state) {
        int at = at(date.month());
        if (at < 0) {
            at = ~at;
            insert(at, date.month());
        }
        cells[at].add(date, line, amount, base, state);
        for (int later = at + 1; later < size; later++) {
            cells[later].addEarlier(amount, base);
        }
        Sums.add(total, 0, amount, base);
    }

    /** Adds the four sums of everything effective at the end of a day. */
    void addThrough(AsOf date, Lines lines, long[] into, int at) {
        int cell = at(date.month());
        if (cell >= 0 && !date.monthEnd()) {
            cells[cell].addThrough(date, lines, into, at);
        } else {
            addBefore(cell < 0 ? ~cell : cell + 1, into, at);
        }
    }

    /** A bound that no sum of debits of this slot exceeds, in either currency. */
    long debits() {
        return Math.max(debitAmount, debitBase);
    }

    /** Calls the sink with what each day behind a day adds; a day may come in parts, and days in no order. */
    void forEachLaterDay(AsOf date, Lines lines, DayChange sink) {
        forEachMonth(date.month(), Integer.MAX_VALUE, cell -> cell.forEachLaterDay(date.day(), lines, sink));
    }

    /** Adds the sums of what is effective before a month. */
    private void addBefore(int cell, long[] into, int at) {
        if (cell == 0) {
            return; // nothing is earlier than the first month
        }
        if (cell < size) {
            cells[cell].addBefore(into, at);
        } else {
            Sums.addAll(total, 0, into, at);
        }
    }

    /** The place of a month, or the complement of the place where it would stand. */
    private int at(int month) {
        if (size == 0 || month > lastMonth) {
            return ~size;
        }
        if (month == lastMonth) {
            return size - 1;
        }
        return month < firstMonth ? ~0 : Arrays.binarySearch(months, 0, size, month);
    }

    private void insert(int at, int month) {
        long[] before = new long[Sums.COUNT];
        addBefore(at, before, 0);
        if (size == months.length) {
            int capacity = size + (size >> 1) + 1;
            months = Arrays.copyOf(months, capacity);
            cells = Arrays.copyOf(cells, capacity);
        }
        System.arraycopy(months, at, months, at + 1, size - at);
        System.arraycopy(cells, at, cells, at + 1, size - at);
        months[at] = month;
        cells[at] = new SlotMonth(month, before);
        size++;
        firstMonth = months[0];
        lastMonth = months[size - 1];
    }
}
