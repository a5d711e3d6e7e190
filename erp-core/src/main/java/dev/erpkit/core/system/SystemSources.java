package dev.erpkit.core.system;

import dev.erpkit.core.port.IdSource;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/** Sources of time, ids and salts that a host takes when it has none of its own. */
public final class SystemSources {
    private SystemSources() {}

    /** The system clock. */
    public static InstantSource clock() {
        return InstantSource.system();
    }

    /** Ids of UUID version 7 (RFC 9562, section 5.7): milliseconds of the given clock, then random bits. */
    public static IdSource ids(InstantSource clock) {
        SecureRandom random = new SecureRandom();
        return () -> {
            long randomHigh = random.nextLong();
            long high = (clock.millis() << 16) | 0x7000L | (randomHigh & 0x0FFFL);
            long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        };
    }

    /** Salts of 32 bytes from a cryptographic source. */
    public static Supplier<byte[]> salts() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] salt = new byte[32];
            random.nextBytes(salt);
            return salt;
        };
    }
}
