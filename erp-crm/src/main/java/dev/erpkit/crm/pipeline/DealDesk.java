package dev.erpkit.crm.pipeline;

import dev.erpkit.core.event.FactRecorded;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.security.Permission;
import dev.erpkit.crm.pipeline.port.DealLog;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Keeps deals. Every command is one unit of work; the same key with the same content gives the first fact again, with other
 * content {@code deal.key-reused}. Two moves of one deal at once are decided one after the other, so that a deal has one
 * outcome.
 *
 * <p>Permission: {@code deal.handle} with the deal's pipeline as scope; {@code access.denied} otherwise.
 */
public final class DealDesk {
    private final DealLog log;
    private final Function<PipelineId, Optional<Pipeline>> pipelines;
    private final Outbox outbox;
    private final UnitOfWork unitOfWork;
    private final AccessPolicy access;
    private final InstantSource clock;

    /**
     * A desk over a host's ports.
     *
     * @param pipelines the pipelines there are, asked inside the unit of work
     * @param outbox takes {@code deal.stage-changed}, {@code deal.won} and {@code deal.lost}
     */
    public DealDesk(
            DealLog log,
            Function<PipelineId, Optional<Pipeline>> pipelines,
            Outbox outbox,
            UnitOfWork unitOfWork,
            AccessPolicy access,
            InstantSource clock) {
        this.log = log;
        this.pipelines = pipelines;
        this.outbox = outbox;
        this.unitOfWork = unitOfWork;
        this.access = access;
        this.clock = clock;
    }

    /** A deal as it stands. */
    public Optional<Deal> find(DealId id) {
        return Deal.of(log.of(id));
    }

    /** All deals as they stand, by id. */
    public ImmutableList<Deal> all() {
        return asOf(Instant.MAX);
    }

    /** All deals as they stood at an instant, by id: facts that happened later do not count. */
    public ImmutableList<Deal> asOf(Instant at) {
        MutableList<Deal> deals = Lists.mutable.empty();
        log.forEach(fact -> {
            if (fact.at().isAfter(at)) {
                return;
            }
            if (fact.number() == 1) {
                Deal.of(Lists.immutable.of(fact)).ifPresent(deals::add);
            } else {
                deals.set(deals.size() - 1, deals.getLast().after(fact));
            }
        });
        return deals.toImmutable();
    }

    /**
     * Records what happened to a deal; the first is its opening.
     *
     * @param at when it happened, kept to the microsecond
     * @return the fact, or {@code deal.unknown}, {@code deal.exists}, {@code deal.out-of-order}, {@code deal.closed},
     *     {@code pipeline.unknown}, {@code deal.stage-unknown}, {@code deal.transition}, {@code deal.entry-condition}
     */
    public Outcome<DealFact> record(IdempotencyKey key, DealId id, DealChange change, Instant at, Actor actor) {
        Instant happened = at.truncatedTo(ChronoUnit.MICROS);
        return unitOfWork.execute(() -> {
            Optional<Deal> found = find(id);
            Optional<PipelineId> pipeline = found.map(Deal::pipeline).or(() -> named(change));
            Permission permission = new Permission(
                    "deal.handle", pipeline.map(PipelineId::value).orElse("*"));
            if (!access.allows(actor, permission)) {
                return Outcome.refused(permission.denied());
            }
            Optional<DealFact> earlier = log.find(key);
            if (earlier.isPresent()) {
                DealFact first = earlier.get();
                boolean same = first.deal().equals(id)
                        && first.change().equals(change)
                        && first.at().equals(happened);
                return same ? Outcome.replayed(first) : Outcome.refused(DealRefusals.keyReused(key));
            }
            return refusal(id, found, pipeline, change, happened)
                    .<Outcome<DealFact>>map(Outcome::refused)
                    .orElseGet(() -> {
                        DealFact fact = append(key, id, found, change, happened, actor);
                        pipeline.flatMap(pipelines).ifPresent(in -> tell(fact, in));
                        return Outcome.accepted(fact);
                    });
        });
    }

    private static Optional<PipelineId> named(DealChange change) {
        return change instanceof DealChange.Opened opened ? Optional.of(opened.pipeline()) : Optional.empty();
    }

    private Optional<Refusal> refusal(
            DealId id, Optional<Deal> found, Optional<PipelineId> named, DealChange change, Instant at) {
        if (named.isEmpty()) {
            return Optional.of(DealRefusals.unknown(id));
        }
        Optional<Pipeline> pipeline = pipelines.apply(named.get());
        if (pipeline.isEmpty()) {
            return Optional.of(DealRefusals.pipelineUnknown(named.get()));
        }
        return found.isEmpty() && change instanceof DealChange.Opened opened
                ? DealRules.opening(pipeline.get(), opened)
                : DealRules.refusal(found.orElseThrow(), pipeline.get(), change, at);
    }

    private void tell(DealFact fact, Pipeline pipeline) {
        if (fact.change() instanceof DealChange.Moved moved) {
            String type = pipeline.stage(moved.to())
                    .map(Stage::kind)
                    .map(kind -> switch (kind) {
                        case OPEN -> "deal.stage-changed";
                        case WON -> "deal.won";
                        case LOST -> "deal.lost";
                    })
                    .orElseThrow();
            outbox.add(new FactRecorded(type, fact.deal().value(), fact.number(), fact.recordedAt()));
        }
    }

    private DealFact append(
            IdempotencyKey key, DealId id, Optional<Deal> found, DealChange change, Instant at, Actor actor) {
        long number = found.map(Deal::number).orElse(0L) + 1;
        DealFact fact =
                new DealFact(id, number, key, at, clock.instant().truncatedTo(ChronoUnit.MICROS), actor, change);
        log.append(fact);
        return fact;
    }
}
