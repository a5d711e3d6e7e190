package dev.erpkit.accounting.asset;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.trace.TraceStep;
import java.time.LocalDate;
import java.util.Arrays;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.jspecify.annotations.Nullable;

/** The rows of one asset in one book: those that are booked, and the plan of the rest. Kept in columns; immutable. */
public final class Schedule {
    private final AssetId asset;
    private final CurrencyUnit currency;
    private final DepreciationMethod method;
    private final LocalDate lifeEnd;
    private final Columns columns;

    private Schedule(
            AssetId asset, CurrencyUnit currency, DepreciationMethod method, LocalDate lifeEnd, Columns columns) {
        this.asset = asset;
        this.currency = currency;
        this.method = method;
        this.lifeEnd = lifeEnd;
        this.columns = columns;
    }

    /** Rows as they are made. */
    static final class Columns {
        private int size;
        private LocalDate[] starts = new LocalDate[16];
        private LocalDate[] dates = new LocalDate[16];
        private boolean[] booked = new boolean[16];

        /** Six numbers a row: amount, accumulated, book value, and the three of the exact part. */
        private long[] figures = new long[96];

        void add(
                LocalDate start,
                LocalDate date,
                long amount,
                long accumulated,
                long bookValue,
                @Nullable BookedRow row,
                Part exact) {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, 2 * size);
                dates = Arrays.copyOf(dates, 2 * size);
                booked = Arrays.copyOf(booked, 2 * size);
                figures = Arrays.copyOf(figures, 12 * size);
            }
            starts[size] = start;
            dates[size] = row == null ? date : row.date();
            booked[size] = row != null;
            int at = 6 * size++;
            figures[at] = row == null ? amount : Amounts.minor(row.amount());
            figures[at + 1] = accumulated;
            figures[at + 2] = bookValue;
            figures[at + 3] = exact.base();
            figures[at + 4] = exact.numerator();
            figures[at + 5] = exact.denominator();
        }

        /** Takes back the rows behind the last booked one. */
        void dropPlanned() {
            while (size > 0 && !booked[size - 1]) {
                size--;
            }
        }

        Schedule schedule(AssetId asset, CurrencyUnit currency, DepreciationMethod method, LocalDate lifeEnd) {
            return new Schedule(asset, currency, method, lifeEnd, this);
        }
    }

    /** The number of rows. */
    public int size() {
        return columns.size;
    }

    /** The amount of a row in minor units. */
    public long minor(int row) {
        return columns.figures[6 * checked(row)];
    }

    /** The sum of all rows in minor units. */
    public long sum() {
        long sum = 0;
        for (int i = 0; i < columns.size; i++) {
            sum = Math.addExact(sum, columns.figures[6 * i]);
        }
        return sum;
    }

    /** The day on which a row is booked. */
    public LocalDate date(int row) {
        return columns.dates[checked(row)];
    }

    /** Whether a row is booked. */
    public boolean booked(int row) {
        return columns.booked[checked(row)];
    }

    /** The currency. */
    public CurrencyUnit currency() {
        return currency;
    }

    /** The day after the last of the life, as the terms weigh time. */
    public LocalDate lifeEnd() {
        return lifeEnd;
    }

    /** One row. */
    public ScheduleRow row(int row) {
        int at = 6 * checked(row);
        return new ScheduleRow(
                columns.starts[row],
                columns.dates[row],
                amount(columns.figures[at]),
                amount(columns.figures[at + 1]),
                amount(columns.figures[at + 2]),
                columns.booked[row]);
    }

    /** All rows, in the order of time. */
    public ImmutableList<ScheduleRow> rows() {
        MutableList<ScheduleRow> rows = Lists.mutable.withInitialCapacity(columns.size);
        for (int i = 0; i < columns.size; i++) {
            rows.add(row(i));
        }
        return rows.toImmutable();
    }

    /** The rows that are not booked and are due on a day at the latest. */
    public ImmutableList<ScheduleRow> due(LocalDate through) {
        return rows().select(row -> !row.booked() && !row.date().isAfter(through));
    }

    /**
     * How a planned row came to be: its method, the amount it starts from and the exact fraction of it, that of the year
     * where years are rounded and of all rows so far where their sum is. The row differs from that where rounding, the residual value or the end of the life says so. A booked row names only itself.
     */
    public TraceStep trace(int row) {
        int at = 6 * checked(row);
        TraceStep step = TraceStep.of("depreciation", Amounts.canonical(amount(columns.figures[at])))
                .with("asset", asset)
                .with("date", columns.dates[row])
                .with("accumulated", Amounts.canonical(amount(columns.figures[at + 1])));
        return columns.booked[row]
                ? step.with("booked", true)
                : step.with("method", method.text())
                        .with("base", Amounts.canonical(amount(columns.figures[at + 3])))
                        .with("share", columns.figures[at + 4] + "/" + columns.figures[at + 5]);
    }

    private int checked(int row) {
        if (row < 0 || row >= columns.size) {
            throw new IndexOutOfBoundsException("Row " + row + " of " + columns.size);
        }
        return row;
    }

    private MonetaryAmount amount(long minor) {
        return Amounts.ofMinor(minor, currency);
    }
}
