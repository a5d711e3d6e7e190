package dev.erpkit.accounting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.value.InvalidValueException;
import org.junit.jupiter.api.Test;

class ExactSumTest {
    @Test
    void a_total_that_leaves_63_bits_is_refused_on_both_sides() {
        assertThat(ExactSum.of(Long.MAX_VALUE - 1, 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(ExactSum.of(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(-1);
        for (long[] pair : new long[][] {{Long.MAX_VALUE, 1}, {Long.MIN_VALUE, -1}}) {
            assertThatThrownBy(() -> ExactSum.of(pair[0], pair[1]))
                    .isInstanceOfSatisfying(
                            InvalidValueException.class,
                            e -> assertThat(e.has("report.overflow")).isTrue());
        }
    }
}
