package dev.erpkit.hr.japan.insurance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.hr.japan.insurance.RemunerationDecision.Decision;
import dev.erpkit.hr.japan.insurance.RemunerationDecision.Verdict;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class RemunerationDecisionTest {
    private static final YearMonth APRIL = YearMonth.of(2026, 4);

    private static ImmutableList<RemunerationMonth> months(long a, long b, long c, int days) {
        return Lists.immutable.of(
                new RemunerationMonth(a, days), new RemunerationMonth(b, days), new RemunerationMonth(c, days));
    }

    private static Decision occasional(long current, long each, int direction, int days) {
        return RemunerationDecision.occasional(
                        current, months(each, each, each, days), direction, WorkerKind.ORDINARY, APRIL)
                .orElseThrow();
    }

    private static Decision regular(ImmutableList<RemunerationMonth> months, WorkerKind kind) {
        return RemunerationDecision.regular(
                        2026, months, kind, LocalDate.of(2020, 4, 1), Optional.empty(), Optional.empty())
                .orElseThrow();
    }

    @Test
    void occasional_revision_wants_fixed_pay_days_two_grades_and_one_direction() {
        Decision up = occasional(300_000, 350_333, 1, 30);
        assertThat(up.applies()).isTrue();
        assertThat(up.health().orElseThrow().standard()).isEqualTo(360_000);
        assertThat(up.from()).isEqualTo(YearMonth.of(2026, 7));
        assertThat(occasional(300_000, 350_333, 0, 30).verdict()).isEqualTo(Verdict.NO_FIXED_PAY_CHANGE);
        assertThat(occasional(300_000, 350_333, 1, 16).verdict()).isEqualTo(Verdict.TOO_FEW_DAYS);
        assertThat(occasional(300_000, 250_333, 1, 30).verdict()).isEqualTo(Verdict.OPPOSITE_DIRECTION);
        assertThat(occasional(300_000, 320_000, 1, 30).verdict()).isEqualTo(Verdict.TOO_FEW_GRADES);
        assertThat(occasional(300_000, 250_333, -1, 30).applies()).isTrue();
    }

    /** The four exceptions of the notice: one visible grade at either end counts as two when the pay is far out. */
    @Test
    void a_grade_more_at_either_end_counts() {
        Decision top = occasional(1_330_000, 1_415_000, 1, 30);
        assertThat(top.health().orElseThrow().number()).isEqualTo(50);
        assertThat(top.pension()).isEmpty();
        assertThat(occasional(1_330_000, 1_414_999, 1, 30).applies()).isFalse();
        assertThat(occasional(1_415_000, 1_330_000, -1, 30).applies()).isTrue();
        assertThat(occasional(65_000, 52_999, -1, 30).health().orElseThrow().number())
                .isEqualTo(1);
        assertThat(occasional(52_999, 65_000, 1, 30).applies()).isTrue();
        Decision pension = occasional(630_000, 665_000, 1, 30);
        assertThat(pension.pension().orElseThrow().number()).isEqualTo(32);
    }

    @Test
    void health_and_pension_are_judged_each_for_itself() {
        Decision high = occasional(700_000, 800_000, 1, 30);
        assertThat(high.health()).isPresent();
        assertThat(high.pension()).isEmpty();
    }

    @Test
    void regular_decision_leaves_out_short_months_and_exceptions() {
        ImmutableList<RemunerationMonth> mixed = Lists.immutable.of(
                new RemunerationMonth(300_000, 20),
                new RemunerationMonth(100_000, 16),
                new RemunerationMonth(310_001, 17));
        Decision decided = regular(mixed, WorkerKind.ORDINARY);
        assertThat(decided.average()).contains(305_000L);
        assertThat(decided.from()).isEqualTo(YearMonth.of(2026, 9));
        assertThat(regular(months(1, 1, 1, 15), WorkerKind.PART_TIME).applies()).isTrue();
        assertThat(regular(months(1, 1, 1, 15), WorkerKind.ORDINARY).verdict()).isEqualTo(Verdict.TOO_FEW_DAYS);
        assertThat(regular(months(1, 1, 1, 11), WorkerKind.SHORT_TIME).applies())
                .isTrue();
        assertThat(RemunerationDecision.regular(
                                2026,
                                mixed,
                                WorkerKind.ORDINARY,
                                LocalDate.of(2026, 6, 1),
                                Optional.empty(),
                                Optional.empty())
                        .orElseThrow()
                        .verdict())
                .isEqualTo(Verdict.EXCLUDED);
        assertThat(RemunerationDecision.regular(
                                2026,
                                mixed,
                                WorkerKind.ORDINARY,
                                LocalDate.of(2020, 6, 1),
                                Optional.of(LocalDate.of(2026, 6, 30)),
                                Optional.empty())
                        .orElseThrow()
                        .verdict())
                .isEqualTo(Verdict.EXCLUDED);
    }

    @Test
    void after_leave_one_grade_suffices() {
        assertThat(RemunerationDecision.afterLeave(
                                300_000, months(280_000, 280_000, 280_000, 20), WorkerKind.ORDINARY, APRIL)
                        .orElseThrow()
                        .health()
                        .orElseThrow()
                        .standard())
                .isEqualTo(280_000);
    }

    @Test
    void refusals() {
        assertThat(RemunerationDecision.occasional(1, Lists.immutable.empty(), 1, WorkerKind.ORDINARY, APRIL)
                        .refusal()
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("japan.three-months");
        assertThat(RemunerationDecision.occasional(1, months(-1, 0, 0, 20), 1, WorkerKind.ORDINARY, APRIL)
                        .isAccepted())
                .isFalse();
    }
}
