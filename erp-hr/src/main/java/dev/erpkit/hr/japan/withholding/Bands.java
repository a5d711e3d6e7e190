package dev.erpkit.hr.japan.withholding;

import dev.erpkit.hr.japan.internal.Table.Row;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Bands of an amount, each with a rate and a constant.
 *
 * @param upTo the last amount of each band, the largest number for the last one
 * @param rate per 100,000
 * @param add in yen
 */
record Bands(long[] upTo, long[] rate, long[] add) {
    static final long UNIT = 100_000;

    /** The bands in rows of: year, table, up to, rate, add. */
    static Bands of(ImmutableList<Row> rows, String table) {
        ImmutableList<Row> own = rows.select(row -> row.text(1).equals(table));
        return new Bands(
                own.collectLong(row -> row.number(2, Long.MAX_VALUE)).toArray(),
                own.collectLong(row -> row.number(3)).toArray(),
                own.collectLong(row -> row.number(4)).toArray());
    }

    int of(long amount) {
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
