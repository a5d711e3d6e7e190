package dev.erpkit.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DigestTest {
    private final byte[] bytes = Digest.ofText("salt 1").bytes();

    @Test
    void keeps_its_bytes_whatever_happens_to_the_arrays_it_came_from_and_gave_away() {
        byte[] given = bytes.clone();
        Digest digest = Digest.of(given);
        given[0] ^= 1;
        digest.bytes()[0] ^= 1;

        assertThat(digest.bytes()).isEqualTo(bytes);
        assertThat(Digest.parse(digest.toString())).isEqualTo(digest).hasSameHashCodeAs(digest);
    }

    @Test
    void differs_in_every_single_bit() {
        Digest digest = Digest.of(bytes);
        for (int bit = 0; bit < 256; bit++) {
            byte[] other = bytes.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(Digest.of(other)).isNotEqualTo(digest);
        }
    }

    @Test
    void has_32_bytes() {
        assertThatThrownBy(() -> Digest.of(new byte[31])).hasMessageContaining("31");
        assertThatThrownBy(() -> Digest.of(new byte[33])).hasMessageContaining("33");
        assertThat(Digest.ZERO.bytes()).isEqualTo(new byte[32]);
    }
}
