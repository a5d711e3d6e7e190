package dev.erpkit.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Violation;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Messages JAPANESE = Messages.in(Locale.JAPAN);
    private static final Refusal NO_RATE = Refusal.of(RefusalCode.of("rate.missing"), "No rate; record one")
            .with("from", "USD")
            .with("to", "JPY")
            .with("date", "2026-04-01");

    @Test
    void a_refusal_speaks_the_language_of_the_reader_with_its_facts() {
        assertThat(JAPANESE.of(NO_RATE)).isEqualTo("2026-04-01 以前の USD から JPY への為替レートがありません。レートを登録してください");
    }

    @Test
    void english_and_every_language_without_texts_is_what_the_refusal_says_itself() {
        assertThat(Messages.in(Locale.US).of(NO_RATE)).isEqualTo("No rate; record one");
        assertThat(Messages.in(Locale.ROOT).of(NO_RATE)).isEqualTo("No rate; record one");
        assertThat(Messages.in(Locale.KOREAN).of(NO_RATE)).isEqualTo("No rate; record one");
    }

    @Test
    void a_code_without_a_text_or_a_text_without_its_fact_is_told_in_english() {
        assertThat(JAPANESE.of(Refusal.of(RefusalCode.of("shop.shut"), "Come back tomorrow")))
                .isEqualTo("Come back tomorrow");
        assertThat(JAPANESE.of(Refusal.of(RefusalCode.of("rate.missing"), "No rate")))
                .isEqualTo("No rate");
    }

    @Test
    void facts_are_taken_as_they_are() {
        assertThat(JAPANESE.of(NO_RATE.with("from", "$1\\{to}"))).contains("$1\\{to} から JPY");
    }

    @Test
    void the_machines_language_decides_nothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.JAPAN);
            assertThat(Messages.in(Locale.FRENCH).of(NO_RATE)).isEqualTo("No rate; record one");
        } finally {
            Locale.setDefault(before);
        }
    }

    private record Label(@Size(min = 2, max = 5) String text) {}

    @Test
    void a_violation_names_its_bounds_whoever_enforced_them() {
        Violation declared = Constraints.violations(new Label("too long")).getOnly();
        Violation byHand =
                InvalidValueException.size("Label", "text", 2, 5).violations().getOnly();
        assertThat(JAPANESE.of(declared)).isEqualTo("長さまたは件数を 2 から 5 までにしてください");
        assertThat(byHand).isEqualTo(declared);
    }
}
