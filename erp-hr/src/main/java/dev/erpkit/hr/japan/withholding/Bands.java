package dev.erpkit.hr.japan.withholding;

import dev.erpkit.hr.japan.internal.Table.Row;
import org.eclipse.collections.api.list.ImmutableList;

/** Bands of an amount, each with its last amount, a rate per 100,000 and a constant in yen. */
final class Bands {
    static final long UNIT = 100_000;

    /** The last amount of each band, the largest number for the last one. */
    private final long[] upTo;

    private final long[] rate;
    private final long[] add;

    private Bands(long[] upTo, long[] rate, long[] add) {
        this.upTo = upTo;
        this.rate = rate;
        this.add = add;
    }

    /** The bands in rows of: year, table, up to, rate, add. */
    static Bands of(ImmutableList<Row> rows, String table) {
        ImmutableList<Row> own = rows.select(row -> row.text(1).equals(table));
        return new Bands(
                own.collectLong(row -> row.number(2, Long.MAX_VALUE)).toArray(),
                own.collectLong(row -> row.number(3)).toArray(),
                own.collectLong(row -> row.number(4)).toArray());
    }

    /** The constant of the band of an amount. */
    long constant(long amount) {
        return add[of(amount)];
    }

    private int of(long amount) {
        int band = 0;
        while (amount > upTo[band]) {
            band++;
        }
        return band;
    }

    /** {@code amount * rate + add}, times {@link #UNIT}. */
    long scaled(long amount) {
        int band = of(amount);
        return Math.addExact(Math.multiplyExact(amount, rate[band]), add[band] * UNIT);
    }
}
