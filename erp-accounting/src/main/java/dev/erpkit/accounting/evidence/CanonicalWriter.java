package dev.erpkit.accounting.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes fields as unambiguous bytes: numbers big-endian, texts as UTF-8 behind their length. Grows as needed and is used
 * again for the next entry.
 */
final class CanonicalWriter {
    private byte[] buffer = new byte[1024];
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
        for (int shift = 24; shift >= 0; shift -= 8) {
            buffer[length++] = (byte) (value >>> shift);
        }
    }

    void number(long value) {
        number((int) (value >>> 32));
        number((int) value);
    }

    void digest(Digest digest) {
        room(32);
        digest.into(buffer, length);
        length += 32;
    }

    /** Codes are ASCII nearly always; only others pay for the encoder. */
    void text(String value) {
        int chars = value.length();
        room(4 + chars);
        int start = length;
        length += 4;
        for (int i = 0; i < chars; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                length = start;
                encoded(value.getBytes(StandardCharsets.UTF_8));
                return;
            }
            buffer[length++] = (byte) c;
        }
        int end = length;
        length = start;
        number(chars);
        length = end;
    }

    private void encoded(byte[] utf8) {
        number(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, buffer, length, utf8.length);
        length += utf8.length;
    }

    private void room(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
