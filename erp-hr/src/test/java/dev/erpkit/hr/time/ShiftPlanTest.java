package dev.erpkit.hr.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.hr.time.ShiftProblem.Kind;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class ShiftPlanTest {
    private static TimeSpan span(String from, String to) {
        return TimeSpan.of(
                LocalDateTime.parse("2026-07-" + from), LocalDateTime.parse("2026-07-" + to), ZoneOffset.UTC);
    }

    private static Shift shift(String id, String person, String from, String to) {
        return new Shift(id, PartyId.of(person), "desk", "clerk", span(from, to));
    }

    private final ShiftPlan plan = ShiftPlan.of(
            shift("night", "a", "13T18:00", "14T07:00"),
            shift("day", "a", "14T14:00", "14T20:00"),
            shift("late", "b", "14T19:00", "14T23:00"),
            shift("both", "b", "14T22:00", "15T02:00"));

    @Test
    void people_need_rest_and_are_in_one_place() {
        assertThat(plan.problems(Duration.ofHours(11), Lists.immutable.empty()))
                .containsExactly(
                        new ShiftProblem(
                                Kind.REST, Lists.immutable.of("night", "day"), span("14T14:00", "14T20:00"), 7 * 3_600),
                        new ShiftProblem(
                                Kind.TWO_PLACES,
                                Lists.immutable.of("late", "both"),
                                span("14T22:00", "14T23:00"),
                                3_600));
        assertThat(plan.problems(Duration.ofHours(7), Lists.immutable.empty())).hasSize(1);
    }

    @Test
    void needs_are_counted_between_changes_of_the_crew() {
        ShiftNeed need = new ShiftNeed("desk", "clerk", span("14T18:00", "14T23:00"), 2);
        assertThat(plan.problems(Duration.ZERO, Lists.immutable.of(need)).select(p -> p.kind() == Kind.NEED))
                .containsExactly(
                        new ShiftProblem(Kind.NEED, Lists.immutable.empty(), span("14T18:00", "14T19:00"), 1),
                        new ShiftProblem(Kind.NEED, Lists.immutable.empty(), span("14T20:00", "14T22:00"), 1));
        assertThatThrownBy(() -> new ShiftNeed("desk", "clerk", span("14T18:00", "14T23:00"), 0))
                .hasMessageContaining("shift.need");
    }

    /** frappe/hrms 3298: out at 7:10 after a shift from 18:00 to 7:00, with a day shift on the next day. */
    @Test
    void a_punch_belongs_to_the_shift_it_shares_most_time_with() {
        assertThat(plan.owning(span("13T18:30", "14T07:10")).orElseThrow().id()).isEqualTo("night");
        assertThat(plan.owning(span("14T13:50", "14T20:30")).orElseThrow().id()).isEqualTo("day");
        assertThat(plan.owning(span("16T13:50", "16T20:30"))).isEmpty();
    }

    @Test
    void shifts_change_persons() {
        ShiftPlan swapped = plan.swap("day", "late");
        assertThat(swapped.shifts().select(s -> s.id().equals("day")).getOnly().person())
                .isEqualTo(PartyId.of("b"));
        assertThatThrownBy(() -> plan.swap("day", "nobody")).hasMessageContaining("shift.unknown");
        Shift day = shift("day", "a", "14T14:00", "14T20:00");
        assertThatThrownBy(() -> ShiftPlan.of(day, day)).hasMessageContaining("shift.duplicate");
        assertThatThrownBy(() -> new Shift("", PartyId.of("a"), "x", "y", day.span()))
                .hasMessageContaining("shift.text");
    }
}
