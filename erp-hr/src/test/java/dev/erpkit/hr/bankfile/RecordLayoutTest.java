package dev.erpkit.hr.bankfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.eclipse.collections.api.factory.Maps;
import org.junit.jupiter.api.Test;

class RecordLayoutTest {
    private final RecordLayout layout = RecordLayout.empty().number("count", 4).text("name", 5);

    @Test
    void numbers_are_filled_with_zeros_and_texts_with_spaces() {
        assertThat(layout.length()).isEqualTo(9);
        assertThat(layout.format("12", "ab")).isEqualTo("0012ab   ");
        assertThat(layout.parse("0012ab   ")).isEqualTo(Maps.immutable.of("count", "0012", "name", "ab"));
    }

    @Test
    void nothing_is_cut_off_or_guessed() {
        assertThatThrownBy(() -> layout.format("12345", "")).hasMessageContaining("record.too-long");
        assertThatThrownBy(() -> layout.format("-1", "")).hasMessageContaining("record.not-a-number");
        assertThatThrownBy(() -> layout.parse("0012")).hasMessageContaining("record.length");
        assertThatThrownBy(() -> layout.format("1")).isInstanceOf(IllegalArgumentException.class);
    }
}
