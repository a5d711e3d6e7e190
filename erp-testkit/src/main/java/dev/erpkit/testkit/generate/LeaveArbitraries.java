package dev.erpkit.testkit.generate;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.japan.leave.WorkPattern;
import dev.erpkit.hr.leave.AccrualPlan;
import dev.erpkit.hr.leave.AccrualSpread;
import dev.erpkit.hr.leave.CarryOverRule;
import dev.erpkit.hr.leave.LeaveAccount;
import dev.erpkit.hr.leave.LeaveChange;
import dev.erpkit.hr.leave.LeaveDay;
import dev.erpkit.hr.leave.LeaveId;
import dev.erpkit.hr.leave.LeaveLot;
import dev.erpkit.hr.leave.LeaveRequest;
import dev.erpkit.hr.leave.LotOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Leave: histories of a person, accrual plans, patterns of work. */
public final class LeaveArbitraries {
    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    private LeaveArbitraries() {}

    /** What somebody tries: numbers that say what, when and how much. */
    private record Step(int what, int day, int size) {}

    /** The changes of one person: grants, takings, cancellations, corrections and carrying over, those that were accepted. */
    public static Arbitrary<ImmutableList<LeaveChange>> histories() {
        Arbitrary<Step> steps = Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 1_000).shrinkTowards(0),
                        Arbitraries.integers().between(1, 40))
                .as(Step::new);
        return Combinators.combine(steps.list().ofMaxSize(30), Arbitraries.of(LotOrder.values()))
                .as(LeaveArbitraries::history);
    }

    private static ImmutableList<LeaveChange> history(List<Step> steps, LotOrder order) {
        LeaveAccount account = new LeaveAccount();
        MutableList<LeaveChange> changes = Lists.mutable.empty();
        for (int i = 0; i < steps.size(); i++) {
            change(account, steps.get(i), "n" + i, order).ifPresent(change -> {
                account.apply(change);
                changes.add(change);
            });
        }
        return changes.toImmutable();
    }

    private static Optional<LeaveChange> change(LeaveAccount account, Step step, String id, LotOrder order) {
        LocalDate day = START.plusDays(step.day());
        LeaveId name = LeaveId.of(id);
        ImmutableList<LeaveLot> lots = account.lots("annual");
        return switch (step.what()) {
            case 0, 1, 2 ->
                accepted(account.grant(new LeaveLot(
                        name, "annual", day, day.plusDays(30L * step.size()), Rational.of(step.size(), 2))));
            case 3 ->
                account.takings("annual").isEmpty()
                        ? Optional.empty()
                        : accepted(account.cancel(account.takings("annual")
                                .get(step.size() % account.takings("annual").size())
                                .request()
                                .id()));
            case 4 ->
                lots.isEmpty()
                        ? Optional.empty()
                        : accepted(account.adjust(new LeaveChange.Adjusted(
                                lots.get(step.size() % lots.size()).id(), correction(step.size()), "test")));
            case 5 ->
                lots.isEmpty()
                        ? Optional.empty()
                        : account.carryOver(
                                        name,
                                        "annual",
                                        lots.get(step.size() % lots.size()).expiresOn(),
                                        new CarryOverRule(Optional.of(Rational.of(step.size() % 6)), 3))
                                .orElseThrow()
                                .map(carried -> carried);
            default -> accepted(account.take(request(name, day, step.size()), order));
        };
    }

    private static Optional<LeaveChange> accepted(Outcome<LeaveChange> outcome) {
        return outcome.isAccepted() ? Optional.of(outcome.orElseThrow()) : Optional.empty();
    }

    /** Not zero. */
    private static Rational correction(int size) {
        return Rational.of(2L * size - 41, 3);
    }

    private static LeaveRequest request(LeaveId id, LocalDate day, int size) {
        return switch (size % 4) {
            case 0 -> LeaveRequest.of(id, "annual", LeaveDay.half(day));
            case 1 -> LeaveRequest.of(id, "annual", LeaveDay.hours(day, 1 + size % 8, 8));
            case 2 -> LeaveRequest.of(id, "annual", LeaveDay.full(day), LeaveDay.half(day.plusDays(1)));
            default -> LeaveRequest.of(id, "annual", LeaveDay.full(day));
        };
    }

    /** Plans of up to 40 days over 1 to 52 periods, rounded or exact, without a cap. */
    public static Arbitrary<AccrualPlan> plans() {
        Arbitrary<Optional<Rational>> steps = Arbitraries.of("1", "1/2", "1/4", "1/3", "5")
                .map(Rational::parse)
                .optional();
        return Combinators.combine(
                        Arbitraries.integers().between(0, 80),
                        Arbitraries.integers().between(1, 52),
                        steps,
                        Arbitraries.of(AccrualSpread.values()))
                .as((halves, periods, step, spread) ->
                        new AccrualPlan(Rational.of(halves, 2), periods, step, spread, Optional.empty()));
    }

    /** Days a week or a year, with or without hours. */
    public static Arbitrary<WorkPattern> patterns() {
        Arbitrary<Optional<Rational>> hours = Arbitraries.integers()
                .between(1, 120)
                .map(thirds -> Rational.of(thirds, 3))
                .optional();
        return Combinators.combine(Arbitraries.integers().between(1, 366), Arbitraries.of(true, false), hours)
                .as((days, weekly, perWeek) -> weekly
                        ? new WorkPattern(Optional.of(1 + days % 7), Optional.empty(), perWeek)
                        : new WorkPattern(Optional.empty(), Optional.of(days), perWeek));
    }
}
