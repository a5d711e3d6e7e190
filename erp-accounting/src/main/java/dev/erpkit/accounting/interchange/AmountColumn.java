package dev.erpkit.accounting.interchange;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The amounts of a transaction's postings, by posting; commodity -1 where a posting has none. */
final class AmountColumn {
    static final int NONE = -1;

    long[] mantissas = new long[8];
    int[] scales = new int[8];
    int[] commodities = new int[8];
    private @Nullable BigDecimal[] bigs = new BigDecimal[8];

    void ensure(int size) {
        if (size > mantissas.length) {
            int room = Math.max(size, 2 * mantissas.length);
            mantissas = Arrays.copyOf(mantissas, room);
            scales = Arrays.copyOf(scales, room);
            commodities = Arrays.copyOf(commodities, room);
            bigs = Arrays.copyOf(bigs, room);
        }
    }

    boolean has(int i) {
        return commodities[i] != NONE;
    }

    @Nullable
    BigDecimal big(int i) {
        return bigs[i];
    }

    BigDecimal value(int i) {
        return Decimals.value(mantissas[i], scales[i], bigs[i]);
    }

    int signum(int i) {
        BigDecimal big = bigs[i];
        return big != null ? big.signum() : Long.signum(mantissas[i]);
    }

    void clear(int i) {
        commodities[i] = NONE;
        bigs[i] = null;
    }

    void set(int i, RawAmount amount) {
        mantissas[i] = amount.mantissa;
        scales[i] = amount.scale;
        commodities[i] = amount.commodity;
        bigs[i] = amount.big;
    }

    void set(int i, BigDecimal value, int commodity) {
        RawAmount amount = new RawAmount();
        amount.set(value);
        amount.commodity = commodity;
        set(i, amount);
    }

    void copyTo(AmountColumn other, int size) {
        other.ensure(size);
        System.arraycopy(mantissas, 0, other.mantissas, 0, size);
        System.arraycopy(scales, 0, other.scales, 0, size);
        System.arraycopy(commodities, 0, other.commodities, 0, size);
        System.arraycopy(bigs, 0, other.bigs, 0, size);
    }
}
