package dev.erpkit.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.quantity.Rational;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class StageTimesTest {
    private static final Instant START = Instant.EPOCH;
    private static final StageId READY = StageId.of("ready");
    private static final StageId WORK = StageId.of("work");
    private static final StageId DONE = StageId.of("done");

    private static StageVisit visit(StageId stage, long from, long until) {
        return new StageVisit(stage, START.plusSeconds(from), Optional.of(START.plusSeconds(until)));
    }

    private static StageVisit still(StageId stage, long from) {
        return new StageVisit(stage, START.plusSeconds(from), Optional.empty());
    }

    private static final ImmutableList<ImmutableList<StageVisit>> HISTORIES = Lists.immutable.of(
            Lists.immutable.of(
                    visit(READY, 0, 100),
                    visit(WORK, 100, 400),
                    visit(READY, 400, 500),
                    visit(WORK, 500, 600),
                    still(DONE, 600)),
            Lists.immutable.of(visit(READY, 0, 50), visit(WORK, 50, 1_050), still(DONE, 1_050)),
            Lists.immutable.of(still(READY, 0)));

    private final StageTimes times = new StageTimes(HISTORIES, START.plusSeconds(2_000));

    @Test
    void every_stay_counts_and_each_history_once() {
        assertThat(times.count(WORK)).isEqualTo(2);
        assertThat(times.total(WORK)).isEqualTo(Duration.ofSeconds(1_400));
        assertThat(times.mean(WORK)).contains(Rational.of(700));
        assertThat(times.total(READY)).as("with what is still there").isEqualTo(Duration.ofSeconds(2_250));
        assertThat(times.mean(READY)).contains(Rational.of(750));
        assertThat(times.mean(DONE)).contains(Rational.of(2_350, 2));
    }

    @Test
    void what_never_began_makes_no_mean_smaller() {
        assertThat(times.lead(DONE)).contains(Rational.of(825));
        assertThat(times.cycle(WORK, DONE)).contains(Rational.of(750));
    }

    @Test
    void of_nothing_there_is_no_mean() {
        StageTimes none = new StageTimes(Lists.immutable.empty(), START);
        assertThat(none.count(WORK)).isZero();
        assertThat(none.total(WORK)).isEqualTo(Duration.ZERO);
        assertThat(none.mean(WORK)).isEmpty();
        assertThat(none.lead(DONE)).isEmpty();
        assertThat(none.cycle(WORK, DONE)).isEmpty();
        assertThat(times.cycle(DONE, READY)).as("never in this order").isEmpty();
    }
}
