package dev.erpkit.core.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {
    private static final Refusal LOCKED = Refusal.of(
                    RefusalCode.of("period.locked"), "2024-03 is locked; post into an open period")
            .with("period", "2024-03")
            .with("lock", 7);

    @Test
    void an_accepted_command_gives_its_value() {
        Outcome<String> outcome = Outcome.accepted("entry");

        assertThat(outcome.isAccepted()).isTrue();
        assertThat(outcome.refusal()).isEmpty();
        assertThat(outcome.orElseThrow()).isEqualTo("entry");
    }

    @Test
    void a_refused_command_gives_its_refusal_or_throws_it() {
        Outcome<String> outcome = Outcome.refused(LOCKED);

        assertThat(outcome.isAccepted()).isFalse();
        assertThat(outcome.refusal()).contains(LOCKED);
        RefusedException thrown = catchThrowableOfType(RefusedException.class, outcome::orElseThrow);
        assertThat(thrown.refusal()).isEqualTo(LOCKED);
        assertThat(thrown).hasMessageStartingWith("period.locked: 2024-03 is locked; post into an open period");
    }

    @Test
    void facts_are_kept_by_name() {
        assertThat(LOCKED.facts().castToSortedMap()).containsEntry("lock", "7").containsEntry("period", "2024-03");
    }

    @Test
    void mapping_keeps_whether_the_effect_was_there_already() {
        assertThat(Outcome.replayed(2).map(n -> n + 1)).isEqualTo(Outcome.replayed(3));
        assertThat(Outcome.accepted(2).map(n -> n + 1)).isEqualTo(Outcome.accepted(3));
        assertThat(Outcome.<Integer>refused(LOCKED).map(n -> n + 1)).isEqualTo(Outcome.refused(LOCKED));
    }

    @Test
    void a_next_step_is_reached_by_accepted_commands_only() {
        assertThat(Outcome.accepted(2).then(n -> Outcome.accepted("n" + n))).isEqualTo(Outcome.accepted("n2"));
        assertThat(Outcome.accepted(2).then(n -> Outcome.refused(LOCKED))).isEqualTo(Outcome.refused(LOCKED));
        assertThat(Outcome.<Integer>refused(LOCKED).<String>then(n -> {
                    throw new AssertionError("reached");
                }))
                .isEqualTo(Outcome.refused(LOCKED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"period.locked", "journal.entry.no-line", "a1.b2-c3"})
    void codes_look_like_area_and_reason(String code) {
        assertThat(RefusalCode.of(code)).hasToString(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "locked", "Period.locked", "period.", ".locked", "period locked", "period.a--b", "1a.b"})
    void other_codes_are_a_mistake(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> RefusalCode.of(code));
    }
}
