package dev.erpkit.crm.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.value.InvalidValueException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class StaffingTest {
    private static final CallLoad LOAD = new CallLoad(100, 30, 3);

    /** The snippet of the package. */
    @Test
    void the_first_lines_of_an_embedder() {
        CallLoad load = new CallLoad(100, 30, 3);
        StaffingGoal goal = StaffingGoal.of(0.8, 0.33).maxOccupancy(0.7).shrinkage(0.3);
        StaffingPlan plan = StaffingPlan.of(load, goal);
        int onThePhone = plan.agents();
        int onTheRoster = plan.scheduled();

        assertThat(onThePhone).isEqualTo(15);
        assertThat(onTheRoster).isEqualTo(22);
        assertThat(plan.serviceLevel()).isCloseTo(0.941, within(0.0005));
        assertThat(plan.occupancy()).isCloseTo(0.667, within(0.0005));
        assertThat(plan.waitProbability()).isCloseTo(0.102, within(0.0005));
    }

    @Test
    void the_roster_holds_those_who_are_not_there_and_nobody_more() {
        assertThat(StaffingPlan.scheduled(17, 0.3)).isEqualTo(25);
        assertThat(StaffingPlan.scheduled(17, 0)).isEqualTo(17);
        // 0.7 of 30 are 21 exactly, which binary fractions miss
        assertThat(StaffingPlan.scheduled(21, 0.3)).isEqualTo(30);
        assertThatThrownBy(() -> StaffingPlan.scheduled(1, 1)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void lost_calls() {
        assertThat(Erlang.blocking(1, 1)).isEqualTo(0.5);
        assertThat(Erlang.blocking(1, 2)).isCloseTo(0.2, within(1e-12));
        assertThat(Erlang.blocking(0, 1)).isZero();
        assertThat(Erlang.blocking(200, 0)).isEqualTo(1);
        assertThat(Erlang.lines(1, 0.2)).isEqualTo(2);
        assertThat(Erlang.blocking(10_000, 10_100)).isBetween(0.0, 0.01);
        assertThatThrownBy(() -> Erlang.blocking(-1, 2)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void too_few_agents_let_everybody_wait() {
        assertThat(Erlang.waiting(10, 10)).isEqualTo(1);
        assertThat(Erlang.serviceLevel(LOAD, 10, 1)).isZero();
        assertThat(Erlang.averageWait(LOAD, 9)).isInfinite();
    }

    /** One agent, arrivals and handling of one a minute: the birth-death chain is summed by hand. */
    @Test
    void callers_who_give_up_keep_the_queue_finite() {
        // with patience as long as handling the number in the system is Poisson of mean 1
        ErlangA queue = new ErlangA(new CallLoad(1, 1, 1), 1, 1);
        assertThat(queue.waiting()).isCloseTo(1 - Math.exp(-1), within(1e-12));
        assertThat(queue.abandonment()).isCloseTo(Math.exp(-1), within(1e-12));
        assertThat(queue.averageWait()).isCloseTo(Math.exp(-1), within(1e-12));
        assertThat(queue.serviceLevel(1e6)).isCloseTo(1 - Math.exp(-1), within(1e-9));
        assertThat(queue.serviceLevel(0)).isCloseTo(Math.exp(-1), within(1e-12));
    }

    @Test
    void endless_patience_is_no_patience_to_model() {
        ErlangA queue = new ErlangA(LOAD, 12, 1e9);
        assertThat(queue.waiting()).isCloseTo(Erlang.waiting(10, 12), within(1e-6));
        assertThat(queue.serviceLevel(0.5)).isCloseTo(Erlang.serviceLevel(LOAD, 12, 0.5), within(1e-6));
        assertThat(queue.averageWait()).isCloseTo(Erlang.averageWait(LOAD, 12), within(1e-3));
        ErlangA overloaded = new ErlangA(LOAD, 5, 10_000);
        assertThat(overloaded.abandonment()).as("half of the calls find nobody").isCloseTo(0.5, within(1e-6));
        assertThat(overloaded.occupancy()).isCloseTo(1, within(1e-6));
    }

    @Test
    void impatient_callers_need_fewer_agents() {
        StaffingGoal goal = StaffingGoal.of(0.8, 0.33);
        StaffingPlan patient = StaffingPlan.of(LOAD, goal);
        StaffingPlan impatient = StaffingPlan.of(LOAD, goal, 2);
        assertThat(patient.agents()).isEqualTo(14);
        assertThat(impatient.agents()).isLessThan(patient.agents());
        assertThat(new ErlangA(LOAD, impatient.agents() - 1, 2).serviceLevel(0.33))
                .isLessThan(0.8);
    }

    @Test
    void a_profile_averages_over_the_days_that_were_watched() {
        ArrivalProfile profile = ArrivalProfile.of(
                Lists.immutable
                        .of(
                                "2024-01-08T09:05:00Z",
                                "2024-01-08T09:25:00Z",
                                "2024-01-15T09:00:00Z",
                                "2024-01-22T09:00:00Z")
                        .collect(Instant::parse),
                DateRange.parse("2024-01-08/2024-01-22"),
                ZoneOffset.UTC,
                Duration.ofMinutes(30));
        assertThat(profile.average(DayOfWeek.MONDAY, LocalTime.of(9, 10))).isEqualTo(1.5);
        assertThat(profile.average(DayOfWeek.MONDAY, LocalTime.of(9, 30))).isZero();
        assertThat(profile.load(DayOfWeek.MONDAY, LocalTime.of(9, 0), Duration.ofMinutes(10))
                        .traffic())
                .isEqualTo(0.5);
        assertThatThrownBy(() -> ArrivalProfile.of(
                        Lists.immutable.empty(),
                        DateRange.parse("2024-01-08/2024-01-22"),
                        ZoneOffset.UTC,
                        Duration.ofMinutes(7)))
                .isInstanceOf(InvalidValueException.class);
    }
}
