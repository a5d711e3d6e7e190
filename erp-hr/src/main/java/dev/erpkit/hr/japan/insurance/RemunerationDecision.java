package dev.erpkit.hr.japan.insurance;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.hr.japan.insurance.StandardRemuneration.Grade;
import dev.erpkit.hr.japan.internal.Refusals;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * How the standard remuneration comes about: regular decision each summer (Health Insurance Act article 41), occasional revision
 * (article 43 and notice Ho-hatsu 4 of 1961) and revision after maternity or childcare leave (articles 43-2, 43-3). Averages
 * drop their fraction. Health and pension are judged each for itself.
 */
public final class RemunerationDecision {
    private static final RefusalCode MONTHS = RefusalCode.of("japan.three-months");
    private static final int THREE = 3;
    private static final int TWO_GRADES = 2;

    private RemunerationDecision() {}

    /** Why a standard stays as it is, or that it changes. */
    public enum Verdict {
        /** It changes. */
        APPLIES,
        /** No month has enough days: the standard before goes on. */
        TOO_FEW_DAYS,
        /** Fixed pay did not change. */
        NO_FIXED_PAY_CHANGE,
        /** Fixed pay went one way, the average the other. */
        OPPOSITE_DIRECTION,
        /** Fewer grades than it takes. */
        TOO_FEW_GRADES,
        /** Joined from 1 June on, left before 1 July, or revised from July to September. */
        EXCLUDED
    }

    /**
     * What a decision came to.
     *
     * @param verdict for the scheme that changes most: {@link Verdict#APPLIES} when one of them changes
     * @param average of the months that count, in yen, if there are any
     * @param health the new grade of health, if it changes
     * @param pension the new grade of pension, if it changes
     * @param from the first month for which it holds
     * @param trace how it came about
     */
    public record Decision(
            Verdict verdict,
            Optional<Long> average,
            Optional<Grade> health,
            Optional<Grade> pension,
            YearMonth from,
            TraceStep trace) {
        /** Whether a standard changes. */
        public boolean applies() {
            return verdict == Verdict.APPLIES;
        }

        /** Without the amounts. */
        @Override
        public String toString() {
            return "Decision " + verdict + " from " + from;
        }
    }

    /**
     * The regular decision of a year.
     *
     * @param months April, May and June of the year
     * @param joined when the insurance was acquired
     * @param lastDay of work, if known
     * @param revision the month of a revision in this summer, if there is one
     * @return or {@code japan.three-months}, {@code japan.below-zero}
     */
    public static Outcome<Decision> regular(
            int year,
            ImmutableList<RemunerationMonth> months,
            WorkerKind kind,
            LocalDate joined,
            Optional<LocalDate> lastDay,
            Optional<YearMonth> revision) {
        YearMonth from = YearMonth.of(year, Month.SEPTEMBER);
        boolean excluded = !joined.isBefore(LocalDate.of(year, Month.JUNE, 1))
                || lastDay.filter(day -> day.isBefore(LocalDate.of(year, Month.JULY, 1)))
                        .isPresent()
                || revision.filter(month -> month.getYear() == year
                                && month.getMonthValue() >= Month.JULY.getValue()
                                && month.getMonthValue() <= Month.SEPTEMBER.getValue())
                        .isPresent();
        return problem(months).<Outcome<Decision>>map(Outcome::refused).orElseGet(() -> {
            if (excluded) {
                return Outcome.accepted(none(Verdict.EXCLUDED, Optional.empty(), from));
            }
            ImmutableList<RemunerationMonth> counting = counting(months, kind);
            return Outcome.accepted(
                    counting.isEmpty()
                            ? none(Verdict.TOO_FEW_DAYS, Optional.empty(), from)
                            : decided("regular decision", average(counting), from));
        });
    }

    private static ImmutableList<RemunerationMonth> counting(ImmutableList<RemunerationMonth> months, WorkerKind kind) {
        ImmutableList<RemunerationMonth> full = months.select(month -> month.days() >= kind.days());
        return full.notEmpty() ? full : months.select(month -> month.days() >= kind.fallback());
    }

    private static Decision decided(String rule, long average, YearMonth from) {
        Grade health = StandardRemuneration.health(average);
        Grade pension = StandardRemuneration.pension(average, from);
        return new Decision(
                Verdict.APPLIES,
                Optional.of(average),
                Optional.of(health),
                Optional.of(pension),
                from,
                trace(rule, average, health, pension));
    }

    private static TraceStep trace(String rule, long average, Grade health, Grade pension) {
        return TraceStep.of(rule, health.standard())
                .with("law", "Health Insurance Act arts 41 to 43-3")
                .with("average", average)
                .with("health grade", health.number())
                .with("pension grade", pension.number())
                .with("rounding", "truncate:0 of the average");
    }

    private static Decision none(Verdict verdict, Optional<Long> average, YearMonth from) {
        return new Decision(
                verdict,
                average,
                Optional.empty(),
                Optional.empty(),
                from,
                TraceStep.of("standard remuneration stays", verdict));
    }

    /**
     * The occasional revision: fixed pay changed, all three months after it have enough days, and the average lies two grades or
     * more away, in the direction of the change. One grade more at either end of the table counts, so that the four exceptions
     * of the notice follow from the plain rule.
     *
     * @param currentPay the average on which the present standard rests
     * @param months the three months from the change on
     * @param fixedPayChange the sign of the change of fixed pay
     * @param first the first of the three months; the revision holds from the fourth
     * @return or {@code japan.three-months}, {@code japan.below-zero}
     */
    public static Outcome<Decision> occasional(
            long currentPay,
            ImmutableList<RemunerationMonth> months,
            int fixedPayChange,
            WorkerKind kind,
            YearMonth first) {
        YearMonth from = first.plusMonths(THREE);
        return problem(months).<Outcome<Decision>>map(Outcome::refused).orElseGet(() -> {
            long average = average(months);
            if (fixedPayChange == 0) {
                return Outcome.accepted(none(Verdict.NO_FIXED_PAY_CHANGE, Optional.of(average), from));
            }
            if (months.anySatisfy(month -> month.days() < kind.days())) {
                return Outcome.accepted(none(Verdict.TOO_FEW_DAYS, Optional.of(average), from));
            }
            return Outcome.accepted(revised(
                    "occasional revision", currentPay, average, from, Integer.signum(fixedPayChange), TWO_GRADES));
        });
    }

    /**
     * The revision after maternity or childcare leave, on request: one grade suffices and no change of fixed pay is needed;
     * months with too few days do not count.
     *
     * @param currentPay the average on which the present standard rests
     * @param months the three months from the end of the leave on
     * @param first the first of them; the revision holds from the fourth
     * @return or {@code japan.three-months}, {@code japan.below-zero}
     */
    public static Outcome<Decision> afterLeave(
            long currentPay, ImmutableList<RemunerationMonth> months, WorkerKind kind, YearMonth first) {
        YearMonth from = first.plusMonths(THREE);
        return problem(months).<Outcome<Decision>>map(Outcome::refused).orElseGet(() -> {
            ImmutableList<RemunerationMonth> counting = counting(months, kind);
            return Outcome.accepted(
                    counting.isEmpty()
                            ? none(Verdict.TOO_FEW_DAYS, Optional.empty(), from)
                            : revised("revision after leave", currentPay, average(counting), from, 0, 1));
        });
    }

    private static Decision revised(
            String rule, long currentPay, long average, YearMonth from, int direction, int grades) {
        int health =
                StandardRemuneration.healthForRevision(average) - StandardRemuneration.healthForRevision(currentPay);
        int pension = StandardRemuneration.pensionForRevision(average, from)
                - StandardRemuneration.pensionForRevision(currentPay, from);
        boolean healthChanges = Math.abs(health) >= grades && health * direction >= 0;
        boolean pensionChanges = Math.abs(pension) >= grades && pension * direction >= 0;
        if (!healthChanges && !pensionChanges) {
            boolean opposite = health * direction < 0 || pension * direction < 0;
            return none(opposite ? Verdict.OPPOSITE_DIRECTION : Verdict.TOO_FEW_GRADES, Optional.of(average), from);
        }
        Decision all = decided(rule, average, from);
        return new Decision(
                Verdict.APPLIES,
                all.average(),
                all.health().filter(grade -> healthChanges),
                all.pension().filter(grade -> pensionChanges),
                from,
                all.trace().with("grades moved, health", health).with("grades moved, pension", pension));
    }

    private static Optional<Refusal> problem(ImmutableList<RemunerationMonth> months) {
        if (months.size() != THREE) {
            return Optional.of(
                    Refusal.of(MONTHS, "A decision looks at three months, not at " + months.size() + "; give three")
                            .with("months", months.size()));
        }
        return months.anySatisfy(month -> month.pay() < 0 || month.days() < 0)
                ? Optional.of(Refusals.belowZero("pay or days of a month"))
                : Optional.empty();
    }

    private static long average(ImmutableList<RemunerationMonth> months) {
        return months.sumOfLong(RemunerationMonth::pay) / months.size();
    }
}
