package dev.erpkit.accounting.interchange;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Running exact sums by slot: long mantissas that grow their scale as needed and turn into big decimals before they overflow. */
final class ExactSums {
    private long[] mantissas;
    private int[] scales;
    private @Nullable BigDecimal[] bigs = new BigDecimal[0];

    ExactSums(int slots) {
        mantissas = new long[slots];
        scales = new int[slots];
    }

    /** Makes room for slots below this number. */
    void ensure(int slots) {
        if (slots > mantissas.length) {
            int room = Math.max(slots, 2 * mantissas.length);
            mantissas = Arrays.copyOf(mantissas, room);
            scales = Arrays.copyOf(scales, room);
        }
    }

    /** Sets a slot to zero. */
    void clear(int slot) {
        mantissas[slot] = 0;
        scales[slot] = 0;
        if (slot < bigs.length) {
            bigs[slot] = null;
        }
    }

    void add(int slot, long mantissa, int scale, @Nullable BigDecimal big) {
        if (big == null && scale == scales[slot] && bigs.length == 0) {
            long sum = mantissas[slot];
            long result = sum + mantissa;
            if (((sum ^ result) & (mantissa ^ result)) >= 0) {
                mantissas[slot] = result;
                return;
            }
        }
        addSlowly(slot, mantissa, scale, big);
    }

    private void addSlowly(int slot, long mantissa, int scale, @Nullable BigDecimal big) {
        if (big == null && !isBig(slot)) {
            int have = scales[slot];
            long sum = mantissas[slot];
            if (scale >= have && Decimals.fits(sum, scale - have)) {
                long widened = sum * Decimals.power(scale - have);
                long result = widened + mantissa;
                if (((widened ^ result) & (mantissa ^ result)) >= 0) {
                    mantissas[slot] = result;
                    scales[slot] = scale;
                    return;
                }
            } else if (scale < have && Decimals.fits(mantissa, have - scale)) {
                long widened = mantissa * Decimals.power(have - scale);
                long result = sum + widened;
                if (((sum ^ result) & (widened ^ result)) >= 0) {
                    mantissas[slot] = result;
                    return;
                }
            }
        }
        BigDecimal total = value(slot).add(Decimals.value(mantissa, scale, big));
        if (slot >= bigs.length) {
            bigs = Arrays.copyOf(bigs, mantissas.length);
        }
        bigs[slot] = total;
    }

    private boolean isBig(int slot) {
        return slot < bigs.length && bigs[slot] != null;
    }

    int signum(int slot) {
        BigDecimal big = slot < bigs.length ? bigs[slot] : null;
        return big != null ? big.signum() : Long.signum(mantissas[slot]);
    }

    BigDecimal value(int slot) {
        BigDecimal big = slot < bigs.length ? bigs[slot] : null;
        return big != null ? big : BigDecimal.valueOf(mantissas[slot], scales[slot]);
    }
}
