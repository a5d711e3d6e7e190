package dev.erpkit.core.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.port.IdSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SystemSourcesTest {
    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00.123Z");

    @Test
    void ids_are_version_7_and_carry_the_milliseconds_of_the_clock() {
        UUID id = SystemSources.ids(InstantSource.fixed(NOON)).next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void ids_of_one_millisecond_differ() {
        IdSource ids = SystemSources.ids(InstantSource.fixed(NOON));
        assertThat(ids.next()).isNotEqualTo(ids.next());
    }

    @Test
    void salts_have_32_bytes_and_differ() {
        byte[] one = SystemSources.salts().get();
        assertThat(one).hasSize(32).isNotEqualTo(SystemSources.salts().get());
    }
}
