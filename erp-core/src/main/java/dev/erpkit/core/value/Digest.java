package dev.erpkit.core.value;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 digest: 32 bytes, immutable. Tells one content from another without keeping it, such as that of a command beside its
 * key, which may be personal. Kept as four numbers, because there are many.
 */
public final class Digest {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** The digest before the first seal: 32 zero bytes. */
    public static final Digest ZERO = of(new byte[32], 0);

    private final long first;
    private final long second;
    private final long third;
    private final long fourth;

    private Digest(byte[] bytes, int offset) {
        first = (long) LONG.get(bytes, offset);
        second = (long) LONG.get(bytes, offset + 8);
        third = (long) LONG.get(bytes, offset + 16);
        fourth = (long) LONG.get(bytes, offset + 24);
    }

    /**
     * The digest with these 32 bytes.
     *
     * @throws IllegalArgumentException when there are not 32
     */
    public static Digest of(byte[] bytes) {
        if (bytes.length != 32) {
            throw new IllegalArgumentException("A SHA-256 digest has 32 bytes, not " + bytes.length);
        }
        return of(bytes, 0);
    }

    /** The digest with this text of 64 hexadecimal digits. */
    public static Digest parse(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** The digest of a text in UTF-8: tells one command from another by its canonical text. */
    public static Digest ofText(CharSequence canonical) {
        return of(sha256().digest(canonical.toString().getBytes(StandardCharsets.UTF_8)), 0);
    }

    /** The first 31 bits as a number from 1 on: a fingerprint for where no more than a number can be kept. */
    public int number() {
        return Math.max(1, (int) (first >>> 33));
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        byte[] bytes = new byte[32];
        into(bytes, 0);
        return bytes;
    }

    /** The digest that stands in an array from a place on. */
    public static Digest of(byte[] bytes, int offset) {
        return new Digest(bytes, offset);
    }

    /** A fresh SHA-256. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must support SHA-256", e);
        }
    }

    /** Writes the 32 bytes into an array from a place on. */
    public void into(byte[] target, int offset) {
        LONG.set(target, offset, first);
        LONG.set(target, offset + 8, second);
        LONG.set(target, offset + 16, third);
        LONG.set(target, offset + 24, fourth);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest that
                && first == that.first
                && second == that.second
                && third == that.third
                && fourth == that.fourth;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(first ^ second ^ third ^ fourth);
    }

    /** The digest as 64 hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes());
    }
}
