package dev.erpkit.accounting.ledger;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a slot in one month, and the sums of all that is effective before the month. A busy month has a place in the
 * sums of its days; a quiet one adds up its lines.
 */
final class SlotMonth {
    /** From this number of lines on a month keeps the sums of its days: 1 KB that saves a walk. */
    private static final int BUSY = 32;

    final int month;

    private long amountBefore;
    private long baseBefore;
    private long debitAmountBefore;
    private long debitBaseBefore;

    /** The lines in the order of the log. */
    private int[] lines = new int[2];

    private int count;

    private @Nullable DaySums days;
    private int place;

    /** The sums of days are cumulated up to this one, the last that has a line. */
    private int lastDay;

    /** A month without lines. */
    SlotMonth(int month, long[] before) {
        this.month = month;
        amountBefore = before[Sums.AMOUNT];
        baseBefore = before[Sums.BASE];
        debitAmountBefore = before[Sums.DEBIT_AMOUNT];
        debitBaseBefore = before[Sums.DEBIT_BASE];
    }

    /** Adds a line of an earlier month. */
    void addEarlier(long amount, long base) {
        amountBefore += amount;
        baseBefore += base;
        debitAmountBefore += Sums.debit(amount);
        debitBaseBefore += Sums.debit(base);
    }

    /** Adds a line of this month, which was appended to the columns. */
    void add(AsOf date, int line, long amount, long base, LedgerState state) {
        if (count == lines.length) {
            lines = Arrays.copyOf(lines, count + (count >> 3) + 2);
        }
        lines[count++] = line;
        if (days != null) {
            addDay(days, date.dayOfMonth(), amount, base);
        } else if (count == BUSY) {
            splitIntoDays(date, state);
        }
    }

    /** Adds the sums of what is effective before the month. */
    void addBefore(long[] into, int at) {
        into[at + Sums.AMOUNT] += amountBefore;
        into[at + Sums.BASE] += baseBefore;
        into[at + Sums.DEBIT_AMOUNT] += debitAmountBefore;
        into[at + Sums.DEBIT_BASE] += debitBaseBefore;
    }

    /** Adds the sums of what is effective at the end of a day of the month. */
    void addThrough(AsOf date, Lines all, long[] into, int at) {
        addBefore(into, at);
        if (days != null) {
            days.addTo(place, Math.min(date.dayOfMonth(), lastDay), into, at);
            return;
        }
        for (int i = 0; i < count; i++) {
            Chunk chunk = all.chunk(lines[i]);
            int j = lines[i] & Chunk.MASK;
            if (chunk.day[j] <= date.day()) {
                Sums.add(into, at, chunk.amount[j], chunk.base[j]);
            }
        }
    }

    /** How many of its lines are among the first of the log. */
    int countIn(Lines first) {
        if (count == 0 || lines[count - 1] < first.count()) {
            return count;
        }
        int at = Arrays.binarySearch(lines, 0, count, first.count());
        return at < 0 ? ~at : at;
    }

    /** Copies its first lines. */
    void copyLines(int number, int[] into, int at) {
        System.arraycopy(lines, 0, into, at, number);
    }

    /** Calls the sink with those of its lines that are among the first of the log, in their order. */
    void forEachLine(Lines first, LineSink sink) {
        int end = countIn(first);
        for (int i = 0; i < end; i++) {
            sink.line(lines[i], first.chunk(lines[i]), lines[i] & Chunk.MASK);
        }
    }

    /** Calls the sink with what each day behind a day adds; a day may come in parts, and days in no order. */
    void forEachLaterDay(int after, Lines all, DayChange sink) {
        if (days == null) {
            forEachLine(all, (line, chunk, at) -> {
                if (chunk.day[at] > after) {
                    sink.add(LocalDate.ofEpochDay(chunk.day[at]), chunk.amount[at]);
                }
            });
            return;
        }
        LocalDate first = firstDay(month);
        long before = 0;
        for (int day = 1; day <= lastDay; day++) {
            long through = days.amount(place, day);
            if (through != before && first.toEpochDay() + day - 1 > after) {
                sink.add(first.plusDays(day - 1L), through - before);
            }
            before = through;
        }
    }

    /** Adds what each of its days adds in base currency. */
    void addDays(Lines all, DayFold fold) {
        if (days == null) {
            forEachLine(all, (line, chunk, at) -> fold.add(chunk.day[at], chunk.base[at]));
            return;
        }
        int dayBefore = (int) firstDay(month).toEpochDay() - 1;
        long before = 0;
        for (int day = 1; day <= lastDay; day++) {
            long through = days.base(place, day);
            fold.add(dayBefore + day, through - before);
            before = through;
        }
    }

    /** The first day of a month, which is counted from year 0. */
    static LocalDate firstDay(int month) {
        return LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1);
    }

    private void splitIntoDays(AsOf date, LedgerState state) {
        DaySums sums = state.days.getIfAbsentPut(month, DaySums::new);
        days = sums;
        place = sums.newPlace();
        int before = date.day() - date.dayOfMonth();
        forEachLine(state.columns.lines(), (line, chunk, at) -> {
            addDay(sums, chunk.day[at] - before, chunk.amount[at], chunk.base[at]);
        });
    }

    /** Posting in the order of days touches one of them. */
    private void addDay(DaySums sums, int day, long amount, long base) {
        for (; lastDay < day; lastDay++) {
            sums.copy(place, lastDay, lastDay + 1);
        }
        for (int later = day; later <= lastDay; later++) {
            sums.add(place, later, amount, base);
        }
    }
}
