package dev.erpkit.crm.service;

import dev.erpkit.core.condition.Condition;
import dev.erpkit.core.event.FactRecorded;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.security.Permission;
import dev.erpkit.crm.service.port.CaseLog;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Keeps cases. Every command is one unit of work; the same key with the same content gives the first facts again, with other
 * content {@code case.key-reused}. Two commands on one case at once are decided one after the other.
 *
 * <p>Permission: {@code case.handle} with the case's queue as scope; {@code access.denied} otherwise.
 */
public final class ServiceDesk {
    private final CaseLog log;
    private final Outbox outbox;
    private final UnitOfWork unitOfWork;
    private final AccessPolicy access;
    private final InstantSource clock;

    /**
     * A desk over a host's ports.
     *
     * @param outbox takes {@code case.opened}, {@code case.resolved} and {@code case.breached}
     */
    public ServiceDesk(CaseLog log, Outbox outbox, UnitOfWork unitOfWork, AccessPolicy access, InstantSource clock) {
        this.log = log;
        this.outbox = outbox;
        this.unitOfWork = unitOfWork;
        this.access = access;
        this.clock = clock;
    }

    /** A case as it stands, also one that was merged into another. */
    public Optional<ServiceCase> find(CaseId id) {
        return ServiceCase.of(log.of(id));
    }

    /** The case as which this one goes on, in the end: the case itself unless it was merged. */
    public Optional<ServiceCase> survivor(CaseId id) {
        return find(id).flatMap(found -> found.mergedInto().map(this::survivor).orElse(Optional.of(found)));
    }

    /** All cases, merged ones too. */
    public ImmutableList<ServiceCase> all() {
        MutableList<ServiceCase> cases = Lists.mutable.empty();
        log.forEach(fact -> {
            if (fact.number() == 1) {
                cases.addAllIterable(Lists.immutable.fromStream(ServiceCase.of(Lists.immutable.of(fact)).stream()));
            } else {
                cases.set(cases.size() - 1, cases.getLast().after(fact));
            }
        });
        return cases.toImmutable();
    }

    /** The open cases for which a condition over {@link ServiceCase#facts} holds, by id: a queue as a question. */
    public ImmutableList<ServiceCase> open(Condition condition, Instant now) {
        return all().select(of -> of.isOpen() && condition.holds(of.facts(now)));
    }

    /**
     * Records what happened to a case; the first is its opening. Use {@link #merge} for merging.
     *
     * @param at when it happened, kept to the microsecond
     * @return the fact, or {@code case.unknown}, {@code case.exists}, {@code case.out-of-order}, {@code case.merged},
     *     {@code case.closed}, {@code case.resolved}, {@code case.not-resolved}, {@code case.paused},
     *     {@code case.not-paused}, {@code case.not-due}, {@code case.breach-told}
     * @throws IllegalArgumentException for a change that only merging makes
     */
    public Outcome<CaseFact> record(IdempotencyKey key, CaseId id, CaseChange change, Instant at, Actor actor) {
        if (change instanceof CaseChange.Merged || change instanceof CaseChange.Absorbed) {
            throw new IllegalArgumentException("Merge cases with merge");
        }
        Instant happened = at.truncatedTo(ChronoUnit.MICROS);
        return unitOfWork.execute(() -> {
            Optional<ServiceCase> found = find(id);
            Optional<Refusal> denied =
                    denied(actor, found.map(ServiceCase::queue).or(() -> queue(change)));
            if (denied.isPresent()) {
                return Outcome.refused(denied.get());
            }
            ImmutableList<CaseFact> earlier = log.of(key);
            if (earlier.notEmpty()) {
                CaseFact first = earlier.getFirst();
                boolean same = earlier.size() == 1
                        && first.caseId().equals(id)
                        && first.change().equals(change)
                        && first.at().equals(happened);
                return same ? Outcome.replayed(first) : Outcome.refused(CaseRefusals.keyReused(key));
            }
            return refusal(id, found, change, happened)
                    .<Outcome<CaseFact>>map(Outcome::refused)
                    .orElseGet(() -> {
                        CaseFact fact = append(key, id, found, change, happened, actor);
                        told(found, change)
                                .ifPresent(type -> outbox.add(
                                        new FactRecorded(type, id.value(), fact.number(), fact.recordedAt())));
                        return Outcome.accepted(fact);
                    });
        });
    }

    /**
     * Merges a case into another, which keeps its own clocks; what was recorded of the first stays with it, and
     * {@link #survivor} leads from it to the other.
     *
     * @return the fact on the first case, or {@code case.merge-self}, {@code case.unknown}, {@code case.merged} when either
     *     goes on as another already, {@code case.out-of-order}
     */
    public Outcome<CaseFact> merge(IdempotencyKey key, CaseId from, CaseId into, Instant at, Actor actor) {
        Instant happened = at.truncatedTo(ChronoUnit.MICROS);
        return unitOfWork.execute(() -> {
            Optional<ServiceCase> first = find(from);
            Optional<ServiceCase> second = find(into);
            Optional<Refusal> denied = denied(actor, first.map(ServiceCase::queue))
                    .or(() -> denied(actor, second.map(ServiceCase::queue)));
            if (denied.isPresent()) {
                return Outcome.refused(denied.get());
            }
            CaseChange merged = new CaseChange.Merged(into);
            ImmutableList<CaseFact> earlier = log.of(key);
            if (earlier.notEmpty()) {
                return earlier.detectOptional(fact -> fact.caseId().equals(from)
                                && fact.change().equals(merged)
                                && fact.at().equals(happened))
                        .map(Outcome::replayed)
                        .orElseGet(() -> Outcome.refused(CaseRefusals.keyReused(key)));
            }
            if (from.equals(into)) {
                return Outcome.refused(CaseRefusals.mergeSelf(from));
            }
            CaseChange absorbed = new CaseChange.Absorbed(from);
            Optional<Refusal> refusal =
                    refusal(from, first, merged, happened).or(() -> refusal(into, second, absorbed, happened));
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            append(key, into, second, absorbed, happened, actor);
            return Outcome.accepted(append(key, from, first, merged, happened, actor));
        });
    }

    private static Optional<Refusal> refusal(CaseId id, Optional<ServiceCase> found, CaseChange change, Instant at) {
        if (found.isEmpty()) {
            return change instanceof CaseChange.Opened ? Optional.empty() : Optional.of(CaseRefusals.unknown(id));
        }
        return CaseRules.refusal(found.get(), change, at);
    }

    private static Optional<String> told(Optional<ServiceCase> found, CaseChange change) {
        if (change instanceof CaseChange.Opened) {
            return Optional.of("case.opened");
        }
        if (change instanceof CaseChange.Breached) {
            return Optional.of("case.breached");
        }
        boolean solves = change instanceof CaseChange.Resolved || change instanceof CaseChange.Closed;
        boolean solved = found.flatMap(ServiceCase::resolvedAt).isPresent();
        return solves && !solved ? Optional.of("case.resolved") : Optional.empty();
    }

    private CaseFact append(
            IdempotencyKey key, CaseId id, Optional<ServiceCase> found, CaseChange change, Instant at, Actor actor) {
        long number = found.map(ServiceCase::facts).orElse(0L) + 1;
        CaseFact fact =
                new CaseFact(id, number, key, at, clock.instant().truncatedTo(ChronoUnit.MICROS), actor, change);
        log.append(fact);
        return fact;
    }

    private static Optional<QueueId> queue(CaseChange change) {
        return change instanceof CaseChange.Opened opened ? Optional.of(opened.queue()) : Optional.empty();
    }

    private Optional<Refusal> denied(Actor actor, Optional<QueueId> queue) {
        Permission permission =
                new Permission("case.handle", queue.map(QueueId::value).orElse("*"));
        return access.allows(actor, permission) ? Optional.empty() : Optional.of(permission.denied());
    }
}
