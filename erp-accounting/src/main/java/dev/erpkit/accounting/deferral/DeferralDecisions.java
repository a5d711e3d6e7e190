package dev.erpkit.accounting.deferral;

import dev.erpkit.accounting.deferral.DeferralChange.Credited;
import dev.erpkit.accounting.deferral.DeferralChange.Ended;
import dev.erpkit.accounting.deferral.DeferralChange.Recognised;
import dev.erpkit.accounting.deferral.DeferralChange.Rescheduled;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What may happen to a deferral, as pure functions of its state. */
public final class DeferralDecisions {
    private DeferralDecisions() {}

    /**
     * What a run through a day has to tell: every month that is over and was not told, each on its last day, and the last
     * part on the last day of the service. Empty when all is told.
     *
     * @param locked what becomes of parts under a lock
     * @param lockedThrough the last locked day
     */
    public static ImmutableList<Recognised> recognise(
            DeferralState state, LocalDate through, LockedPart locked, Optional<LocalDate> lockedThrough) {
        MutableList<Recognised> told = Lists.mutable.empty();
        long recognised = state.recognisedMinor();
        for (ServicePart part : state.parts()) {
            LocalDate day = part.range().lastDay();
            boolean open = state.told().isEmpty() || day.isAfter(state.told().get());
            if (open && !day.isAfter(through)) {
                long due = state.dueThrough(day);
                told.add(new Recognised(day, due - recognised, locked.day(day, lockedThrough)));
                recognised = due;
            }
        }
        return told.toImmutable();
    }

    /** Takes back part of a deferral: refused with {@code deferral.currency}, {@code deferral.credit-exceeds}. */
    public static Outcome<Credited> credit(
            DeferralState state, LocalDate date, MonetaryAmount amount, CreditSplit split) {
        Deferral deferral = state.deferral();
        if (!amount.getCurrency()
                .getCurrencyCode()
                .equals(deferral.total().getCurrency().getCurrencyCode())) {
            return Outcome.refused(DeferralRefusals.of(
                            "deferral.currency",
                            "Deferral " + deferral.id() + " is in "
                                    + deferral.total().getCurrency().getCurrencyCode() + "; credit it in that currency")
                    .with("deferral", deferral.id()));
        }
        long minor = Amounts.minor(amount);
        long left = deferral.totalMinor() - state.creditedMinor();
        if (minor <= 0 || minor > left) {
            return Outcome.refused(DeferralRefusals.of(
                            "deferral.credit-exceeds",
                            "Of deferral " + deferral.id()
                                    + " more than nothing and at most what is not credited yet can be credited; lower the credit")
                    .with("deferral", deferral.id())
                    .with(
                            "left",
                            Amounts.canonical(
                                    Amounts.ofMinor(left, deferral.total().getCurrency()))));
        }
        long ofRecognised = split.ofRecognised(minor, state.recognisedMinor(), state.deferredMinor());
        return Outcome.accepted(new Credited(date, minor, split, ofRecognised));
    }

    /** Gives a deferral another period: refused with {@code deferral.ended}, {@code deferral.period-told}. */
    public static Outcome<Rescheduled> reschedule(DeferralState state, LocalDate date, DateRange service) {
        Deferral deferral = state.deferral();
        if (state.plan().service().isEmpty()) {
            return Outcome.refused(ended(deferral));
        }
        if (!service.hasStart()
                || !service.hasEnd()
                || state.left(Optional.of(service)).isEmpty()) {
            return Outcome.refused(DeferralRefusals.of(
                            "deferral.period-told",
                            "Deferral " + deferral.id() + " is told through "
                                    + state.told().map(LocalDate::toString).orElse("no day")
                                    + "; name a period with a last day after that, or end the deferral")
                    .with("deferral", deferral.id())
                    .with("told", state.told().map(LocalDate::toString).orElse("-")));
        }
        return Outcome.accepted(new Rescheduled(date, service));
    }

    /** Ends a deferral early: refused with {@code deferral.ended}, {@code deferral.end-outside}. */
    public static Outcome<Ended> end(DeferralState state, LocalDate lastDay, EarlyEnd rest) {
        Deferral deferral = state.deferral();
        Optional<DateRange> service = state.plan().service();
        if (service.isEmpty() || state.deferredMinor() == 0) {
            return Outcome.refused(ended(deferral));
        }
        if (lastDay.isBefore(deferral.service().startInclusive())
                || lastDay.isAfter(service.get().lastDay())) {
            return Outcome.refused(DeferralRefusals.of(
                            "deferral.end-outside",
                            "Deferral " + deferral.id() + " has no service on " + lastDay
                                    + "; name a day of its period as the last one")
                    .with("deferral", deferral.id())
                    .with("date", lastDay));
        }
        long target = rest == EarlyEnd.RECOGNISE_REST
                ? deferral.totalMinor() - state.creditedMinor()
                : state.dueThrough(lastDay);
        return Outcome.accepted(new Ended(lastDay, rest, target - state.recognisedMinor()));
    }

    private static Refusal ended(Deferral deferral) {
        return DeferralRefusals.of(
                        "deferral.ended", "Deferral " + deferral.id() + " has nothing left to spread; open another one")
                .with("deferral", deferral.id());
    }
}
