package dev.erpkit.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "請求書 42", "\ud83d\ude00", "two\r\nlines\tand a tab"})
    void whole_characters_can_be_stored(String text) {
        assertThat(Texts.isStorable(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0000b", "half \ud83d", "\ude00 half", "\ude00\ud83d", "\ud83d\ud83d\ude00"})
    void nul_and_half_surrogates_cannot(String text) {
        assertThat(Texts.isStorable(text)).isFalse();
        assertThat(Texts.isLabel(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\tb", "\u0085"})
    void a_label_has_no_control_characters(String text) {
        assertThat(Texts.isLabel(text)).isFalse();
    }
}
