package dev.erpkit.accounting.evidence;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.Digest;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes fields as unambiguous bytes: numbers big-endian, texts as UTF-8 behind their length. Grows as needed and is used
 * again for the next entry.
 */
final class CanonicalWriter {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Bytes that were written before, with room behind them for whole words. */
    private static final class Kept {
        final Object value;
        final byte[] words;
        final int length;

        Kept(Object value, byte[] from, int start, int end) {
            this.value = value;
            this.length = end - start;
            this.words = Arrays.copyOf(Arrays.copyOfRange(from, start, end), (length + 7) & ~7);
        }
    }

    /** The bits of a hash that do not choose one of 1,024 places. */
    private static final int SHIFT = 22;

    /** Codes that meet in one place stand in the next ones; two that drove each other out cost more than all the rest. */
    private static final int PROBES = 4;

    private final @Nullable Kept[] codes = new Kept[1024];
    private byte[] buffer = new byte[1024];
    private int length;
    private @Nullable Kept lastCurrency;

    void reset() {
        length = 0;
    }

    byte[] buffer() {
        return buffer;
    }

    int length() {
        return length;
    }

    void octet(int value) {
        room(1);
        buffer[length++] = (byte) value;
    }

    void number(int value) {
        room(4);
        INT.set(buffer, length, value);
        length += 4;
    }

    void number(long value) {
        room(8);
        LONG.set(buffer, length, value);
        length += 8;
    }

    /** Three numbers in one step: what is written together costs less. */
    void numbers(long first, long second, int third) {
        room(20);
        byte[] to = buffer;
        int at = length;
        LONG.set(to, at, first);
        LONG.set(to, at + 8, second);
        INT.set(to, at + 16, third);
        length = at + 20;
    }

    /** So many octets of zero, at most 16, such as those of fields that are not there. */
    void zeros(int count) {
        room(16);
        LONG.set(buffer, length, 0L);
        LONG.set(buffer, length + 8, 0L);
        length += count;
    }

    /**
     * Minor units, then decimals and code of the currency. Most amounts have the currency of the one before: then the same
     * bytes come again.
     */
    void amount(long minor, CurrencyUnit currency) {
        Kept last = lastCurrency;
        if (last != null && last.value == currency) {
            again(minor, last);
            return;
        }
        number(minor);
        int start = length;
        octet(Amounts.digits(currency));
        text(currency.getCurrencyCode());
        lastCurrency = new Kept(currency, buffer, start, length);
    }

    void digest(Digest digest) {
        room(32);
        digest.into(buffer, length);
        length += 32;
    }

    /** A text of which there are few, such as the code of an account: the same bytes as {@link #text}, kept for next time. */
    void code(String value) {
        int home = value.hashCode() * 0x9E3779B9 >>> SHIFT;
        int free = home;
        for (int i = 0; i < PROBES; i++) {
            int slot = (home + i) & (codes.length - 1);
            Kept known = codes[slot];
            if (known == null) {
                free = slot;
                break;
            }
            if (value == known.value || value.equals(known.value)) {
                again(known);
                return;
            }
        }
        int start = length;
        text(value);
        codes[free] = new Kept(value, buffer, start, length);
    }

    /** Copies word by word, which is faster than copying so few bytes as an array; what is too much is written over. */
    private void again(Kept kept) {
        byte[] words = kept.words;
        room(words.length);
        for (int i = 0; i < words.length; i += 8) {
            LONG.set(buffer, length + i, (long) LONG.get(words, i));
        }
        length += kept.length;
    }

    /** A number and behind it what was written before, in one step. */
    private void again(long number, Kept kept) {
        byte[] words = kept.words;
        room(8 + words.length);
        byte[] to = buffer;
        int at = length;
        LONG.set(to, at, number);
        for (int i = 0; i < words.length; i += 8) {
            LONG.set(to, at + 8 + i, (long) LONG.get(words, i));
        }
        length = at + 8 + kept.length;
    }

    private void bytes(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    /** Codes are ASCII nearly always; only others pay for the encoder. */
    void text(String value) {
        int chars = value.length();
        if (chars == 0) {
            number(0);
            return;
        }
        room(4 + chars);
        byte[] to = buffer;
        int at = length + 4;
        for (int i = 0; i < chars; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                encoded(value.getBytes(StandardCharsets.UTF_8));
                return;
            }
            to[at + i] = (byte) c;
        }
        INT.set(to, length, chars);
        length = at + chars;
    }

    private void encoded(byte[] utf8) {
        number(utf8.length);
        bytes(utf8);
    }

    private void room(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
