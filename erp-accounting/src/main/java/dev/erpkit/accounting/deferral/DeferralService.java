package dev.erpkit.accounting.deferral;

import dev.erpkit.accounting.deferral.DeferralChange.Credited;
import dev.erpkit.accounting.deferral.DeferralChange.Ended;
import dev.erpkit.accounting.deferral.DeferralChange.Opened;
import dev.erpkit.accounting.deferral.DeferralChange.Recognised;
import dev.erpkit.accounting.deferral.DeferralChange.Rescheduled;
import dev.erpkit.accounting.deferral.port.DeferralLog;
import dev.erpkit.accounting.period.PeriodService;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.AccountingEvents;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Opens, changes and recognises deferrals; what changes income or expense is posted in the same unit of work. Safe for
 * threads.
 *
 * <p>Permissions, with the book of the setup as scope: {@code deferral.change}, and {@code deferral.recognise} for runs.
 * Every command can be sent again under its key. Besides the refusals named below: {@code access.denied},
 * {@code deferral.key-reused}, and what the books refuse; nothing has changed then.
 */
public final class DeferralService {
    private final DeferralLog log;
    private final AccountingEvents events;
    private final UnitOfWork unitOfWork;
    private final AccessPolicy access;
    private final InstantSource clock;
    private final DeferralSetup setup;
    private volatile Deferrals committed = Deferrals.empty();

    /** A service over the ports of a host; {@code events} posts in the same unit of work. */
    public DeferralService(
            DeferralLog log,
            AccountingEvents events,
            UnitOfWork unitOfWork,
            AccessPolicy access,
            InstantSource clock,
            DeferralSetup setup) {
        this.log = log;
        this.events = events;
        this.unitOfWork = unitOfWork;
        this.access = access;
        this.clock = clock;
        this.setup = setup;
    }

    /** All deferrals now; inside a unit of work with what it has changed. */
    public Deferrals current() {
        Deferrals known = committed;
        boolean rollbackPossible = unitOfWork.active();
        long size = log.size();
        if (size == known.size()) {
            return known;
        }
        // a unit of work may see an older log than the one that was kept: then the kept state says too much
        Deferrals start = size > known.size() ? known : Deferrals.empty();
        MutableList<DeferralFact> facts = Lists.mutable.empty();
        log.forEach(start.size(), facts::add);
        Deferrals now = start.with(facts);
        if (!rollbackPossible) {
            committed = now;
        }
        return now;
    }

    /** Opens a deferral; the document has posted the whole amount to the deferred account. {@code deferral.id-reused}. */
    public Outcome<DeferralState> open(Deferral deferral, Actor actor) {
        return run("deferral.change", actor, () -> {
            Optional<DeferralState> known = current().find(deferral.id());
            if (known.isPresent()) {
                return known.get().deferral().equals(deferral)
                        ? Outcome.replayed(known.get())
                        : Outcome.refused(DeferralRefusals.of(
                                        "deferral.id-reused",
                                        "Deferral " + deferral.id() + " was opened with other content; take another id")
                                .with("deferral", deferral.id()));
            }
            return record(deferral, key(deferral.id(), 1), new Opened(deferral), actor);
        });
    }

    /**
     * Credits part of a deferral. The credit note has posted the whole credit to the deferred account; what it takes back
     * of what was recognised is moved there. {@code deferral.unknown}, {@code deferral.currency},
     * {@code deferral.credit-exceeds}.
     */
    public Outcome<DeferralState> credit(
            DeferralId id, IdempotencyKey key, LocalDate date, MonetaryAmount amount, CreditSplit split, Actor actor) {
        return change(
                id,
                key,
                actor,
                state -> DeferralDecisions.credit(state, date, amount, split),
                earlier -> earlier instanceof Credited c
                        && c.date().equals(date)
                        && c.split() == split
                        && Amounts.minor(amount) == c.minor());
    }

    /** Gives a deferral another period. {@code deferral.unknown}, {@code deferral.ended}, {@code deferral.period-told}. */
    public Outcome<DeferralState> reschedule(
            DeferralId id, IdempotencyKey key, LocalDate date, DateRange service, Actor actor) {
        return change(
                id,
                key,
                actor,
                state -> DeferralDecisions.reschedule(state, date, service),
                new Rescheduled(date, service)::equals);
    }

    /** Ends a deferral on a day. {@code deferral.unknown}, {@code deferral.ended}, {@code deferral.end-outside}. */
    public Outcome<DeferralState> end(
            DeferralId id, IdempotencyKey key, LocalDate lastDay, EarlyEnd rest, Actor actor) {
        return change(
                id,
                key,
                actor,
                state -> DeferralDecisions.end(state, lastDay, rest),
                earlier -> earlier instanceof Ended e && e.lastDay().equals(lastDay) && e.rest() == rest);
    }

    /**
     * Tells the books all that is due through a day and was not told, deferral by deferral in the order of their ids, all
     * or nothing; telling it again tells nothing.
     *
     * @return what was told
     */
    public Outcome<ImmutableList<DeferralFact>> recognise(LocalDate through, Actor actor) {
        return run("deferral.recognise", actor, () -> {
            MutableList<DeferralFact> told = Lists.mutable.empty();
            Optional<LocalDate> locked = setup.lockedThrough().get();
            for (DeferralState state : current().all()) {
                int place = state.facts();
                for (Recognised part : DeferralDecisions.recognise(state, through, setup.locked(), locked)) {
                    Deferral deferral = state.deferral();
                    told.add(append(deferral, key(deferral.id(), ++place), part, actor));
                }
            }
            return Outcome.accepted(told.toImmutable());
        });
    }

    /** The deferrals with parts that are due through a day and were not told: what {@link #recognise} would tell. */
    public ImmutableList<DeferralId> unrecognised(LocalDate through) {
        return current()
                .all()
                .select(state -> DeferralDecisions.recognise(state, through, LockedPart.OWN_DAY, Optional.empty())
                        .notEmpty())
                .collect(state -> state.deferral().id());
    }

    private Outcome<DeferralState> change(
            DeferralId id,
            IdempotencyKey key,
            Actor actor,
            Function<DeferralState, ? extends Outcome<? extends DeferralChange>> decide,
            Predicate<DeferralChange> same) {
        return run("deferral.change", actor, () -> {
            Deferrals now = current();
            Optional<DeferralState> state = now.find(id);
            if (state.isEmpty()) {
                return Outcome.refused(DeferralRefusals.unknown(id));
            }
            Optional<DeferralFact> earlier = now.given(key);
            if (earlier.isPresent()) {
                DeferralFact fact = earlier.get();
                return fact.deferral().equals(id) && same.test(fact.change())
                        ? Outcome.replayed(state.get())
                        : Outcome.refused(DeferralRefusals.keyReused(key));
            }
            return decide.apply(state.get()).then(change -> record(state.get().deferral(), key, change, actor));
        });
    }

    private Outcome<DeferralState> record(Deferral deferral, IdempotencyKey key, DeferralChange change, Actor actor) {
        append(deferral, key, change, actor);
        return Outcome.accepted(current().find(deferral.id()).orElseThrow());
    }

    private DeferralFact append(Deferral deferral, IdempotencyKey key, DeferralChange change, Actor actor) {
        long size = log.size();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        DeferralFact fact = new DeferralFact(size + 1, deferral.id(), key, change, now, actor);
        log.append(size, Lists.immutable.of(fact));
        if (change instanceof Recognised part) {
            tell(deferral, fact, part.postedOn(), part.minor());
        } else if (change instanceof Credited credit) {
            tell(deferral, fact, open(credit.date()), -credit.ofRecognisedMinor());
        } else if (change instanceof Ended ended) {
            tell(deferral, fact, open(ended.lastDay()), ended.recognisedMinor());
        }
        return fact;
    }

    /** The day of a credit or an early end may be locked too. */
    private LocalDate open(LocalDate day) {
        return setup.locked().day(day, setup.lockedThrough().get());
    }

    private void tell(Deferral deferral, DeferralFact fact, LocalDate day, long minor) {
        if (minor != 0) {
            IdempotencyKey event = IdempotencyKey.of("deferral/" + deferral.id() + "/" + fact.number());
            events.record(DeferralEvents.recognised(deferral, event, day, minor), fact.actor())
                    .orElseThrow();
        }
    }

    private static IdempotencyKey key(DeferralId id, int place) {
        return IdempotencyKey.of("deferral:" + id + ":" + place);
    }

    private <R> Outcome<R> run(String action, Actor actor, Supplier<Outcome<R>> work) {
        Optional<Refusal> denial = PeriodService.denial(access, actor, action, setup.book());
        if (denial.isPresent()) {
            return Outcome.refused(denial.get());
        }
        try {
            Outcome<R> outcome = unitOfWork.execute(work);
            current();
            return outcome;
        } catch (RefusedException e) {
            return Outcome.refused(e.refusal());
        }
    }
}
