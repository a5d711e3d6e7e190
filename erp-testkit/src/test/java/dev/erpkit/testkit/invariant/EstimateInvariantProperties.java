package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.crm.scoring.Lead;
import dev.erpkit.crm.scoring.LeadFrequencies;
import dev.erpkit.crm.scoring.LeadScore;
import dev.erpkit.crm.scoring.ScoringPolicy;
import dev.erpkit.crm.staffing.CallLoad;
import dev.erpkit.crm.staffing.Erlang;
import dev.erpkit.crm.staffing.ErlangA;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The invariants of lead scores and of the formulas of Erlang. */
class EstimateInvariantProperties {
    private static final double TINY = 1e-9;

    private record Decided(Lead lead, boolean won) {}

    @Provide
    Arbitrary<List<Decided>> decided() {
        return Combinators.combine(
                        Arbitraries.of("x", "y", "z"),
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.of("web", "fair", "call").optional(0.8),
                        Arbitraries.of(true, false))
                .as((team, stage, source, won) -> new Decided(
                        source.map(of -> Lead.of(team, stage).with("source", of))
                                .orElse(Lead.of(team, stage)),
                        won))
                .list()
                .ofMaxSize(30);
    }

    private static LeadFrequencies none() {
        return new LeadFrequencies(ScoringPolicy.of("a", "b", "c"));
    }

    private static void count(LeadFrequencies history, Decided one) {
        if (one.won()) {
            history.won(one.lead());
        } else {
            history.lost(one.lead());
        }
    }

    private static void undo(LeadFrequencies history, Decided one) {
        if (one.won()) {
            history.undoWon(one.lead());
        } else {
            history.undoLost(one.lead());
        }
    }

    @Property(tries = 200)
    void counting_one_by_one_with_detours_is_counting_all_again(
            @ForAll("decided") List<Decided> kept, @ForAll("decided") List<Decided> undone) {
        LeadFrequencies history = none();
        undone.forEach(one -> count(history, one));
        kept.forEach(one -> count(history, one));
        undone.forEach(one -> undo(history, one));
        LeadFrequencies again = none();
        for (int i = kept.size() - 1; i >= 0; i--) {
            count(again, kept.get(i));
        }
        assertThat(history).isEqualTo(again);
    }

    @Property(tries = 200)
    void scores_lie_between_and_no_other_team_moves_them(@ForAll("decided") List<Decided> decided) {
        LeadFrequencies history = none();
        decided.forEach(one -> count(history, one));
        Lead lead = Lead.of("x", "b").with("source", "web");
        Optional<LeadScore> before = history.score(lead);
        before.ifPresent(score -> {
            assertThat(score.probability()).isGreaterThan(0).isLessThan(1);
            assertThat(score.percent()).isBetween(0.01, 99.99);
        });
        history.won(Lead.of("w", "c").with("source", "web"));
        if (before.filter(LeadScore::ofTeam).isPresent()) {
            assertThat(history.score(lead)).isEqualTo(before);
        }
    }

    @Property(tries = 300)
    void more_agents_mean_less_waiting(
            @ForAll @DoubleRange(min = 0.01, max = 300) double traffic,
            @ForAll @IntRange(min = 1, max = 400) int agents) {
        double waiting = Erlang.waiting(traffic, agents);
        CallLoad load = new CallLoad(traffic, 1, 1);
        assertThat(waiting).isBetween(0.0, 1.0);
        assertThat(Erlang.waiting(traffic, agents + 1)).isLessThanOrEqualTo(waiting + TINY);
        assertThat(Erlang.blocking(traffic, agents)).isLessThanOrEqualTo(waiting + TINY);
        assertThat(Erlang.serviceLevel(load, agents + 1, 0.5))
                .isGreaterThanOrEqualTo(Erlang.serviceLevel(load, agents, 0.5) - TINY);
        assertThat(Erlang.serviceLevel(load, agents, 1))
                .isGreaterThanOrEqualTo(Erlang.serviceLevel(load, agents, 0.5) - TINY);
    }

    @Property(tries = 200)
    void who_gives_up_makes_room_for_the_others(
            @ForAll @DoubleRange(min = 0.05, max = 100) double traffic,
            @ForAll @IntRange(min = 1, max = 120) int agents,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double patience) {
        CallLoad load = new CallLoad(traffic, 1, 1);
        ErlangA queue = new ErlangA(load, agents, patience);
        assertThat(queue.waiting())
                .isBetween(0.0, 1 + TINY)
                .isLessThanOrEqualTo(Erlang.waiting(traffic, agents) + TINY);
        assertThat(queue.abandonment()).isBetween(0.0, 1.0);
        assertThat(queue.occupancy()).isBetween(0.0, 1 + 1e-6);
        assertThat(queue.serviceLevel(1)).isBetween(0.0, 1.0).isGreaterThanOrEqualTo(queue.serviceLevel(0.2) - TINY);
        ErlangA patient = new ErlangA(load, agents, patience * 2);
        assertThat(patient.waiting()).isGreaterThanOrEqualTo(queue.waiting() - TINY);
    }
}
