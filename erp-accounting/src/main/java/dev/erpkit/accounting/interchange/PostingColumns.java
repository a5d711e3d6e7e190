package dev.erpkit.accounting.interchange;

import java.math.BigDecimal;
import java.util.Arrays;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;
import org.jspecify.annotations.Nullable;

/** Postings in columns, 13 bytes each: what they go to and the exact amount. Grows by chunks, nothing is copied. */
final class PostingColumns {
    private static final int SHIFT = 15;
    private static final int CHUNK = 1 << SHIFT;
    private static final int MASK = CHUNK - 1;
    private static final byte BIG = -1;

    private int[][] pairs = new int[16][];
    private long[][] mantissas = new long[16][];
    private byte[][] scales = new byte[16][];
    private final MutableList<BigDecimal> bigs = Lists.mutable.empty();
    private int size;

    int size() {
        return size;
    }

    void add(int pair, long mantissa, int scale, @Nullable BigDecimal big) {
        int chunk = size >> SHIFT;
        int at = size & MASK;
        if (at == 0) {
            addChunk(chunk);
        }
        pairs[chunk][at] = pair;
        if (big == null && scale <= Byte.MAX_VALUE) {
            mantissas[chunk][at] = mantissa;
            scales[chunk][at] = (byte) scale;
        } else {
            mantissas[chunk][at] = bigs.size();
            scales[chunk][at] = BIG;
            bigs.add(Decimals.value(mantissa, scale, big));
        }
        size++;
    }

    private void addChunk(int chunk) {
        if (chunk == pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * chunk);
            mantissas = Arrays.copyOf(mantissas, 2 * chunk);
            scales = Arrays.copyOf(scales, 2 * chunk);
        }
        pairs[chunk] = new int[CHUNK];
        mantissas[chunk] = new long[CHUNK];
        scales[chunk] = new byte[CHUNK];
    }

    int pair(int i) {
        return pairs[i >> SHIFT][i & MASK];
    }

    BigDecimal value(int i) {
        long mantissa = mantissas[i >> SHIFT][i & MASK];
        byte scale = scales[i >> SHIFT][i & MASK];
        return scale == BIG ? bigs.get((int) mantissa) : BigDecimal.valueOf(mantissa, scale);
    }

    /** Adds the postings of a range to the sums of what they go to. */
    void addTo(ExactSums sums, int from, int to) {
        for (int i = from; i < to; i++) {
            int at = i & MASK;
            int chunk = i >> SHIFT;
            byte scale = scales[chunk][at];
            long mantissa = mantissas[chunk][at];
            if (scale == BIG) {
                sums.add(pairs[chunk][at], 0, 0, bigs.get((int) mantissa));
            } else {
                sums.add(pairs[chunk][at], mantissa, scale, null);
            }
        }
    }
}
