package dev.erpkit.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.junit.jupiter.api.Test;

class ConstraintsTest {
    /** Constraints on record-style accessors of an interface, as all values declare them. */
    interface Parcel {
        @NotBlank
        String label();

        @Max(30)
        int weight();

        @NotEmpty
        @Size(max = 2)
        ImmutableList<@NotBlank String> contents();

        @Size(max = 1)
        ImmutableMap<@NotBlank String, @Size(max = 3) String> marks();

        Optional<@Size(max = 5) String> note();
    }

    private record Given(
            String label,
            int weight,
            ImmutableList<String> contents,
            ImmutableMap<String, String> marks,
            Optional<String> note)
            implements Parcel {
        Given label(String value) {
            return new Given(value, weight, contents, marks, note);
        }

        Given weight(int value) {
            return new Given(label, value, contents, marks, note);
        }

        Given holding(String... values) {
            return new Given(label, weight, Lists.immutable.of(values), marks, note);
        }

        Given mark(String key, String value) {
            return new Given(label, weight, contents, marks.newWithKeyValue(key, value), note);
        }

        Given note(String value) {
            return new Given(label, weight, contents, marks, Optional.of(value));
        }
    }

    private static final Given SOUND =
            new Given("books", 30, Lists.immutable.of("atlas"), Maps.immutable.of("side", "up"), Optional.of("dear"));

    @Test
    void a_sound_value_has_no_violations() {
        assertThat(Constraints.violations(SOUND)).isEmpty();
        assertThatCode(() -> Constraints.check("Parcel", SOUND)).doesNotThrowAnyException();
    }

    @Test
    void all_violations_are_told_at_once_ordered_by_path() {
        Given broken = SOUND.label(" ").weight(31).holding().note("too long");

        InvalidValueException thrown =
                catchThrowableOfType(InvalidValueException.class, () -> Constraints.check("Parcel", broken));

        assertThat(thrown.violations().collect(v -> v.path() + " " + v.code()))
                .containsExactly("contents NotEmpty", "label NotBlank", "note Size", "weight Max");
        assertThat(thrown).hasMessageStartingWith("Invalid Parcel: contents: ");
        assertThat(thrown.has("Max")).isTrue();
        assertThat(thrown.has("Min")).isFalse();
    }

    @Test
    void the_size_of_a_collection_counts() {
        assertThat(codes(SOUND.holding("a", "b"))).isEmpty();
        assertThat(codes(SOUND.holding("a", "b", "c"))).containsExactly("Size");
        assertThat(codes(SOUND.holding())).containsExactly("NotEmpty");
        assertThat(codes(SOUND.mark("top", "yes"))).containsExactly("Size");
    }

    @Test
    void elements_are_checked_and_named_by_position() {
        assertThat(Constraints.violations(SOUND.holding("a", " ")).collect(Violation::path))
                .singleElement()
                .asString()
                .startsWith("contents[1]");
    }

    @Test
    void map_keys_and_values_are_checked() {
        assertThat(codes(SOUND.mark("side", "down"))).containsExactly("Size");
        assertThat(codes(new Given("x", 1, SOUND.contents(), Maps.immutable.of(" ", "up"), Optional.empty())))
                .containsExactly("NotBlank");
    }

    @Test
    void messages_do_not_follow_the_machines_language() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Constraints.violations(SOUND.weight(31)).getFirst().message())
                    .isEqualTo("must be less than or equal to 30");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void messages_do_not_repeat_the_content() {
        assertThat(Constraints.violations(SOUND.note("secret word")).getFirst().message())
                .doesNotContain("secret");
    }

    private static ImmutableList<String> codes(Parcel parcel) {
        return Constraints.violations(parcel).collect(Violation::code);
    }
}
