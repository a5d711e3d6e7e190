package dev.erpkit.accounting.evidence;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes that come again and again, but for a number or two in them. */
final class Template {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    /** The bytes, eight in a word: copying words is faster than copying so few bytes as an array. */
    private final long[] words;

    private final int length;
    private final int first;
    private final int second;

    /**
     * These bytes.
     *
     * @param first where a number of eight octets stands that differs
     * @param second where another one stands, or the same
     */
    Template(byte[] bytes, int first, int second) {
        this.length = bytes.length;
        this.words = new long[(length + 7) >> 3];
        byte[] padded = Arrays.copyOf(bytes, 8 * words.length);
        for (int i = 0; i < words.length; i++) {
            words[i] = (long) WORD.get(padded, 8 * i);
        }
        this.first = first;
        this.second = second;
    }

    /** How much room it needs: up to seven octets behind it are written over. */
    int room() {
        return 8 * words.length;
    }

    /** Writes it with other numbers, and returns the place behind. */
    int write(byte[] to, int at, long firstNumber, long secondNumber) {
        long[] all = words;
        for (int i = 0; i < all.length; i++) {
            WORD.set(to, at + 8 * i, all[i]);
        }
        LONG.set(to, at + first, firstNumber);
        LONG.set(to, at + second, secondNumber);
        return at + length;
    }
}
