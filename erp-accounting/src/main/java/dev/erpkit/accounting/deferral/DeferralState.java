package dev.erpkit.accounting.deferral;

import dev.erpkit.accounting.deferral.DeferralChange.Credited;
import dev.erpkit.accounting.deferral.DeferralChange.Ended;
import dev.erpkit.accounting.deferral.DeferralChange.Opened;
import dev.erpkit.accounting.deferral.DeferralChange.Recognised;
import dev.erpkit.accounting.deferral.DeferralChange.Rescheduled;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.trace.TraceStep;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What the facts about a deferral come to: at every moment recognised and deferred sum to what was invoiced less what was
 * credited.
 *
 * @param deferral what was opened
 * @param facts how many facts there are about it
 * @param creditedMinor all credits
 * @param recognisedMinor what is income or expense, as told
 * @param told the day through which it is told, empty before the first run
 * @param plan how the rest is spread
 */
public record DeferralState(
        Deferral deferral, int facts, long creditedMinor, long recognisedMinor, Optional<LocalDate> told, Plan plan) {
    /**
     * How what was deferred at the last change is spread.
     *
     * @param beforeMinor what was recognised at the change
     * @param restMinor what was deferred at the change
     * @param service the days left, empty when none are
     */
    public record Plan(long beforeMinor, long restMinor, Optional<DateRange> service) {}

    /** The state after opening. */
    public static DeferralState of(Deferral deferral) {
        return new DeferralState(
                deferral,
                1,
                0,
                0,
                Optional.empty(),
                new Plan(0, deferral.totalMinor(), Optional.of(deferral.service())));
    }

    /** What is still deferred, in minor units. */
    public long deferredMinor() {
        return deferral.totalMinor() - creditedMinor - recognisedMinor;
    }

    /** The parts to come and those told since the last change. */
    public ImmutableList<ServicePart> parts() {
        return plan.service().map(service -> spread(service).parts()).orElse(Lists.immutable.empty());
    }

    /** What ought to be recognised through a day: nothing is taken back of what was recognised before the last change. */
    public long dueThrough(LocalDate day) {
        return plan.beforeMinor()
                + plan.service().map(service -> spread(service).dueThrough(day)).orElse(0L);
    }

    private ServiceSpread spread(DateRange service) {
        return ServiceSpread.of(plan.restMinor(), service, deferral.basis(), deferral.rounding());
    }

    /** How {@link #dueThrough} comes about. */
    public TraceStep explain(LocalDate day) {
        TraceStep step = TraceStep.of("deferral.due", text(dueThrough(day)))
                .with("through", day)
                .with("basis", deferral.basis().text())
                .with("rounding", deferral.rounding().text())
                .with("before", text(plan.beforeMinor()));
        for (ServicePart part : parts().reject(p -> p.range().startInclusive().isAfter(day))) {
            step = step.from(TraceStep.of("deferral.part", text(part.amountMinor()))
                    .with("range", part.range())
                    .with("weight", part.weight())
                    .with("of", text(plan.restMinor())));
        }
        return step;
    }

    private String text(long minor) {
        return Amounts.canonical(Amounts.ofMinor(minor, deferral.total().getCurrency()));
    }

    /** The state after one more fact. */
    public DeferralState with(DeferralChange change) {
        if (change instanceof Recognised recognised) {
            return new DeferralState(
                    deferral,
                    facts + 1,
                    creditedMinor,
                    Math.addExact(recognisedMinor, recognised.minor()),
                    Optional.of(recognised.through()),
                    plan);
        }
        if (change instanceof Credited credited) {
            return changed(
                    creditedMinor + credited.minor(),
                    recognisedMinor - credited.ofRecognisedMinor(),
                    left(plan.service()));
        }
        if (change instanceof Rescheduled rescheduled) {
            return changed(creditedMinor, recognisedMinor, left(Optional.of(rescheduled.service())));
        }
        if (change instanceof Ended ended) {
            return changed(creditedMinor, recognisedMinor + ended.recognisedMinor(), Optional.empty());
        }
        return of(((Opened) change).deferral());
    }

    private DeferralState changed(long credited, long recognised, Optional<DateRange> left) {
        return new DeferralState(
                deferral,
                facts + 1,
                credited,
                recognised,
                told,
                new Plan(recognised, deferral.totalMinor() - credited - recognised, left));
    }

    /** The days of a period of which nothing is told yet. */
    Optional<DateRange> left(Optional<DateRange> service) {
        return told.isEmpty()
                ? service
                : service.flatMap(
                        range -> range.intersection(DateRange.from(told.get().plusDays(1))));
    }
}
