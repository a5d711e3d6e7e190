package dev.erpkit.accounting.evidence;

import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.Digest;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import javax.money.CurrencyUnit;

/**
 * Writes fields as unambiguous bytes: numbers big-endian, texts as UTF-8 behind their length. Grows as needed and is used
 * again for the next entry.
 */
final class CanonicalWriter {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** In UTF-8, for a char. */
    private static final int MOST_OCTETS = 3;

    private byte[] buffer = new byte[256];
    private int length;

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

    private void amount(CurrencyUnit currency) {
        number(0L);
        octet(Amounts.digits(currency));
        text(currency.getCurrencyCode());
    }

    /** An account and two amounts, each in minor units and behind them decimals and code of the currency. */
    static Template line(String account, CurrencyUnit currency, CurrencyUnit baseCurrency) {
        CanonicalWriter out = new CanonicalWriter();
        out.text(account);
        int amount = out.length;
        out.amount(currency);
        int base = out.length;
        out.amount(baseCurrency);
        return out.template(amount, base);
    }

    /** What was written, with two numbers in it that differ. */
    Template template(int first, int second) {
        return new Template(Arrays.copyOf(buffer, length), first, second);
    }

    void again(Template known, long number) {
        room(known.room());
        length = known.write(buffer, length, number, number);
    }

    void digest(Digest digest) {
        room(32);
        digest.into(buffer, length);
        length += 32;
    }

    /** Codes are ASCII nearly always; only others pay for the encoder. */
    void text(String value) {
        room(MOST_OCTETS * value.length() + 4);
        length = text(value, buffer, length);
    }

    private static int text(String value, byte[] to, int from) {
        int chars = value.length();
        int at = from + 4;
        for (int i = 0; i < chars; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                return encoded(value, to, from);
            }
            to[at + i] = (byte) c;
        }
        INT.set(to, from, chars);
        return at + chars;
    }

    private static int encoded(String value, byte[] to, int from) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        INT.set(to, from, utf8.length);
        System.arraycopy(utf8, 0, to, from + 4, utf8.length);
        return from + 4 + utf8.length;
    }

    /**
     * Position, instant, number and poster, no approver, id, book, journal, day and kind, no document date, no source, no
     * reversal: the same as one by one, in one step, which costs half.
     */
    void plainHead(PostedEntry posted, KnownHead known, long day) {
        String id = posted.entry().id().value();
        Instant recordedAt = posted.recordedAt();
        long number = posted.number().number();
        room(28
                + known.numbered().room()
                + MOST_OCTETS * id.length()
                + known.plain().room());
        byte[] to = buffer;
        int at = length;
        LONG.set(to, at, posted.position());
        LONG.set(to, at + 8, recordedAt.getEpochSecond());
        INT.set(to, at + 16, recordedAt.getNano() / 1000);
        at = known.numbered().write(to, at + 20, number, number);
        INT.set(to, at, 0);
        at = text(id, to, at + 4);
        length = known.plain().write(to, at, day, day);
    }

    /** A line that was written before, with these amounts and so many zeros behind it, at most 16. */
    void line(Template known, long amount, long base, int zeros) {
        room(known.room() + 16);
        byte[] to = buffer;
        int at = known.write(to, length, amount, base);
        LONG.set(to, at, 0L);
        LONG.set(to, at + 8, 0L);
        length = at + zeros;
    }

    private void room(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
