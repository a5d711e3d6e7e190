package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.worktime.WorkTime;
import dev.erpkit.crm.service.Agreement;
import dev.erpkit.crm.service.CaseFact;
import dev.erpkit.crm.service.ClockKind;
import dev.erpkit.crm.service.Escalation;
import dev.erpkit.crm.service.Priority;
import dev.erpkit.crm.service.ServiceCase;
import dev.erpkit.crm.service.ServiceClocks;
import dev.erpkit.testkit.generate.ServiceArbitraries;
import dev.erpkit.testkit.generate.WorkTimeArbitraries;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.eclipse.collections.api.list.ImmutableList;

/** The invariants of service clocks. */
class ServiceInvariantProperties {
    @Provide
    Arbitrary<ImmutableList<CaseFact>> histories() {
        return ServiceArbitraries.histories();
    }

    @Provide
    Arbitrary<WorkTime> times() {
        return WorkTimeArbitraries.times();
    }

    private static Agreement agreement(String id, int hours) {
        Agreement.Builder agreement = Agreement.builder().id(id);
        for (Priority priority : Priority.values()) {
            agreement.target(priority, ClockKind.FIRST_RESPONSE, Duration.ofHours(1));
            agreement.target(priority, ClockKind.NEXT_RESPONSE, Duration.ofHours(2));
            agreement.target(priority, ClockKind.RESOLUTION, Duration.ofHours(hours));
        }
        return agreement
                .escalation(new Escalation("lead", ClockKind.RESOLUTION, Duration.ofMinutes(90)))
                .build();
    }

    @Property(tries = 300)
    void clocks_count_what_they_say(
            @ForAll("histories") ImmutableList<CaseFact> facts,
            @ForAll("times") WorkTime time,
            @ForAll @IntRange(min = 1, max = 40) int hours,
            @ForAll @IntRange(max = 200_000) int later) {
        ServiceCase of = ServiceCase.of(facts).orElseThrow();
        Instant now = of.lastAt().plusSeconds(later);
        assertThat(ServiceInvariants.clocks(of, agreement("a", hours), time, now))
                .isEmpty();
    }

    /** As if the other agreement had held from the opening on. */
    @Property(tries = 100)
    void a_swapped_agreement_asks_only_what_the_facts_say(
            @ForAll("histories") ImmutableList<CaseFact> facts, @ForAll("times") WorkTime time) {
        ServiceCase of = ServiceCase.of(facts).orElseThrow();
        Instant due = ServiceClocks.of(of, agreement("a", 30), time, of.lastAt())
                .detect(clock -> clock.clock() == ClockKind.RESOLUTION)
                .due()
                .orElse(Instant.MAX);
        assertThat(time.add(of.openedAt(), Duration.ofHours(30), of.pauses()).orElse(Instant.MAX))
                .isEqualTo(due);
    }

    @Property(tries = 200)
    void the_first_facts_of_a_case_come_to_what_it_was_then(@ForAll("histories") ImmutableList<CaseFact> facts) {
        ServiceCase last = ServiceCase.of(facts).orElseThrow();
        ServiceCase before =
                ServiceCase.of(facts.take(Math.max(1, facts.size() - 1))).orElseThrow();
        assertThat(facts.size() == 1 ? before : before.after(facts.getLast())).isEqualTo(last);
        assertThat(last.pauses().spans().count(span -> !span.hasEnd()))
                .isEqualTo(last.pausedSince().isPresent() ? 1 : 0);
    }
}
