package dev.erpkit.crm.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.crm.scoring.Calibration.Scored;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class LeadFrequenciesTest {
    /** The snippet of the package. */
    @Test
    void the_first_lines_of_an_embedder() {
        LeadFrequencies history = new LeadFrequencies(ScoringPolicy.of("new", "qualified", "offer"));
        history.won(Lead.of("north", "offer").with("source", "fair"));
        history.lost(Lead.of("north", "new").with("source", "web"));
        LeadScore score = history.score(Lead.of("north", "qualified").with("source", "fair"))
                .orElseThrow();
        double percent = score.percent();
        ImmutableList<LeadScore.Factor> why = score.factors();

        // odds: prior 1.1/1.1, stage 1 against 0.1/1.1, source 1.1/1.2 against 0.1/1.2
        double odds = (1.1 / 0.1) * (1.1 / 0.1);
        assertThat(score.probability()).isCloseTo(odds / (1 + odds), within(1e-12));
        assertThat(percent).isEqualTo(99.18);
        assertThat(why.collect(LeadScore.Factor::variable)).containsExactly("stage", "source");
        assertThat(why.getLast().logOdds()).isCloseTo(Math.log(11), within(1e-12));
        assertThat(score.prior()).isEqualTo(0.5);
    }

    private final LeadFrequencies history =
            new LeadFrequencies(ScoringPolicy.of("a", "b").withSparse("tag"));

    @Test
    void a_team_without_history_is_scored_from_all_and_others_do_not_move_one_that_has() {
        history.won(Lead.of("x", "b"));
        history.lost(Lead.of("x", "a"));
        LeadScore before = history.score(Lead.of("x", "a")).orElseThrow();
        history.lost(Lead.of("y", "a"), 10);
        assertThat(history.score(Lead.of("x", "a"))).contains(before);
        assertThat(history.score(Lead.of("z", "a")).orElseThrow().ofTeam()).isFalse();
        assertThat(history.score(Lead.of("y", "a")).orElseThrow().probability()).isLessThan(0.02);
    }

    @Test
    void undoing_restores_exactly() {
        history.won(Lead.of("x", "b").with("source", "web"));
        LeadFrequencies same = new LeadFrequencies(ScoringPolicy.of("a", "b").withSparse("tag"));
        same.won(Lead.of("x", "b").with("source", "web"));
        Lead lead = Lead.of("y", "a").with("source", "fair");
        history.lost(lead);
        assertThat(history).isNotEqualTo(same);
        history.undoLost(lead);
        assertThat(history).isEqualTo(same);
        assertThatThrownBy(() -> history.undoWon(lead))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("scoring.undo")).isTrue());
    }

    @Test
    void without_history_there_is_no_score() {
        assertThat(history.score(Lead.of("x", "a"))).isEmpty();
        assertThatThrownBy(() -> history.score(Lead.of("x", "c")))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("scoring.stage")).isTrue());
    }

    @Test
    void a_rare_tag_does_not_count() {
        history.won(Lead.of("x", "a").with("tag", "rare"), 40);
        history.lost(Lead.of("x", "a").with("tag", "usual"), 60);
        history.won(Lead.of("x", "a").with("tag", "usual"), 10);
        LeadScore score = history.score(Lead.of("x", "a").with("tag", "rare").with("tag", "usual"))
                .orElseThrow();
        assertThat(score.factors().collect(LeadScore.Factor::value)).containsExactly("a", "usual");
    }

    @Test
    void decided_leads_are_certain_and_pending_ones_never() {
        history.won(Lead.of("x", "a"), 10_000_000);
        history.lost(Lead.of("x", "a"));
        Lead lead = Lead.of("x", "a");
        assertThat(history.percent(lead, LeadState.PENDING)).hasValue(99.99);
        assertThat(history.percent(lead, LeadState.WON)).hasValue(100);
        assertThat(history.percent(lead, LeadState.LOST)).hasValue(0);
        assertThat(LeadState.of(false, true, 50)).isEqualTo(LeadState.PENDING);
        assertThat(LeadState.of(false, true, 0)).isEqualTo(LeadState.LOST);
        assertThat(LeadState.of(true, true, 0)).isEqualTo(LeadState.WON);
    }

    @Test
    void calibration_compares_scores_with_what_became_of_the_leads() {
        Calibration report = Calibration.of(
                Lists.immutable.of(
                        new Scored(0.2, false), new Scored(0.2, true), new Scored(0.9, true), new Scored(1, true)),
                10);
        assertThat(report.brier()).isCloseTo((0.04 + 0.64 + 0.01) / 4, within(1e-12));
        assertThat(report.bins()).hasSize(2);
        assertThat(report.bins().getFirst().wonShare()).isEqualTo(0.5);
        assertThat(report.bins().getLast().cases()).isEqualTo(2);
        assertThat(report.meanGap()).isCloseTo((2 * 0.3 + 2 * 0.05) / 4, within(1e-12));
        assertThatThrownBy(() -> Calibration.of(Lists.immutable.of(new Scored(1.1, true)), 10))
                .isInstanceOf(InvalidValueException.class);
        assertThat(Optional.of(report.cases())).contains(4);
    }
}
