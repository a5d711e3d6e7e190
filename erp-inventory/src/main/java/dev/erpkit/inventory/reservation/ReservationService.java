package dev.erpkit.inventory.reservation;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.security.Permission;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.reservation.ReservationFact.Released;
import dev.erpkit.inventory.reservation.ReservationFact.Reserved;
import dev.erpkit.inventory.reservation.ReservationFact.Transferred;
import dev.erpkit.inventory.reservation.port.ReservationLog;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Claims on goods. Every command is one unit of work on one item, decided from all its records and what there is; of two
 * commands decided from the same state one takes effect and the other is decided anew, so that what is reserved is never more
 * than what there is. The same key with the same content gives the first record again, with other content {@code
 * reservation.key-reused}.
 *
 * <p>Goods leave under a claim by {@link #issue}, which uses the claim up and runs the move in the same unit of work. Give the
 * stock service {@link ClaimedStock}, so that no move recorded past this service undercuts the claims of others either.
 *
 * <p>Permission: {@code stock.reserve} with the item as scope; {@code access.denied} otherwise.
 */
public final class ReservationService {
    private static final int MOST_TRIES = 1000;

    private final ReservationLog log;
    private final Function<String, ImmutableList<PickSource>> onHand;
    private final UnitOfWork unitOfWork;
    private final AccessPolicy access;
    private final InstantSource clock;

    /**
     * A service over a host's ports.
     *
     * @param onHand all that there is of an item, whoever has a claim on it; asked inside the unit of work
     */
    public ReservationService(
            ReservationLog log,
            Function<String, ImmutableList<PickSource>> onHand,
            UnitOfWork unitOfWork,
            AccessPolicy access,
            InstantSource clock) {
        this.log = log;
        this.onHand = onHand;
        this.unitOfWork = unitOfWork;
        this.access = access;
        this.clock = clock;
    }

    /** The claims on an item. */
    public ItemReservations state(String item) {
        ItemReservations state = new ItemReservations();
        log.forEach(item, 0, state::apply);
        return state;
    }

    /**
     * Keeps goods for a demand.
     *
     * @param day on which expired goods are left out
     * @return the record, or {@code reservation.insufficient} when there is not enough that is free, or nothing at all where
     *     less would do
     */
    public Outcome<ReservationRecord> reserve(IdempotencyKey key, Claim claim, LocalDate day, Actor actor) {
        String asked = claim.text() + "\n" + day;
        return command(key, claim.item(), asked, actor, (state, now) -> {
            ImmutableList<PickSource> free = state.free(onHand.apply(claim.item()), claim.strategy(), now);
            PickPlan plan = Picking.plan(claim.quantity(), free, claim.strategy(), day);
            boolean enough =
                    claim.partial() ? plan.picks().notEmpty() : plan.open().isZero();
            return enough
                    ? Outcome.accepted(plan.picks()
                            .collect(pick ->
                                    new Reserved(claim.demand(), pick.place(), pick.quantity(), claim.expiresAt())))
                    : Outcome.refused(ReservationRefusals.insufficient(claim.item(), claim.quantity(), plan.picked()));
        });
    }

    /** Gives up a claim or part of it; refused with {@code reservation.not-held} when the demand has not so much. */
    public Outcome<ReservationRecord> release(
            IdempotencyKey key, String demand, Place place, Rational quantity, Actor actor) {
        Released fact = new Released(demand, place, quantity);
        return held(key, "release", demand, fact, actor);
    }

    /** Hands a claim or part of it on to another demand; refused with {@code reservation.not-held}. */
    public Outcome<ReservationRecord> transfer(
            IdempotencyKey key, String demand, String to, Place place, Rational quantity, Actor actor) {
        Transferred fact = new Transferred(demand, to, place, quantity);
        return held(key, "transfer\n" + to, demand, fact, actor);
    }

    private Outcome<ReservationRecord> held(
            IdempotencyKey key, String verb, String demand, ReservationFact fact, Actor actor) {
        String asked = text(verb + "\n" + demand, fact);
        return command(key, fact.place().item(), asked, actor, (state, now) -> {
            Rational held = state.held(demand, fact.place(), now);
            boolean some = fact.quantity().signum() > 0 && fact.quantity().compareTo(held) <= 0;
            return some
                    ? Outcome.accepted(Lists.immutable.of(fact))
                    : Outcome.refused(ReservationRefusals.notHeld(demand, fact.place(), held));
        });
    }

    /**
     * Takes goods from a place: by the claim of the demand as far as it goes, and what nobody has a claim on.
     *
     * @param demand for what, if anything
     * @param move records that the goods have left, in the same unit of work, when the claim has been used up; when it is refused
     *     nothing has happened
     * @return the record, or {@code reservation.insufficient}, {@code reservation.reserved}, or what refuses the move
     */
    public Outcome<ReservationRecord> issue(
            IdempotencyKey key,
            Optional<String> demand,
            Place place,
            Rational quantity,
            Supplier<? extends Outcome<?>> move,
            Actor actor) {
        ReservationFact asked = new ReservationFact.Issued(demand, place, quantity);
        Decision decision = (state, now) -> {
            Rational there = onHand.apply(place.item())
                    .select(source -> source.place().equals(place))
                    .injectInto(Rational.ZERO, (sum, source) -> sum.add(source.quantity()));
            return state.issue(demand, place, quantity, there, now).map(Lists.immutable::of);
        };
        String text = text("issue\n" + demand.orElse(""), asked);
        return command(
                key, place.item(), text, actor, decision, () -> move.get().orElseThrow());
    }

    private static String text(String verb, ReservationFact fact) {
        Place place = fact.place();
        return String.join(
                "\n",
                verb,
                place.location().id(),
                place.lot(),
                place.owner(),
                fact.quantity().toString());
    }

    private Outcome<ReservationRecord> command(
            IdempotencyKey key, String item, String asked, Actor actor, Decision decision) {
        return command(key, item, asked, actor, decision, () -> {});
    }

    private Outcome<ReservationRecord> command(
            IdempotencyKey key, String item, String asked, Actor actor, Decision decision, Runnable afterwards) {
        Permission permission = new Permission("stock.reserve", item);
        if (!access.allows(actor, permission)) {
            return Outcome.refused(permission.denied());
        }
        for (int tries = 1; ; tries++) {
            try {
                return unitOfWork.execute(() -> once(key, item, asked, actor, decision, afterwards));
            } catch (RefusedException move) {
                // thrown so that nothing of the move stays behind
                return Outcome.refused(move.refusal());
            } catch (StaleVersionException | DuplicateKeyException overtaken) {
                // somebody else came first: decide anew, unless the host's own unit of work has failed with this one
                if (unitOfWork.active() || tries == MOST_TRIES) {
                    throw overtaken;
                }
            }
        }
    }

    private Outcome<ReservationRecord> once(
            IdempotencyKey key, String item, String asked, Actor actor, Decision decision, Runnable afterwards) {
        Optional<ReservationRecord> earlier = log.find(key);
        if (earlier.isPresent()) {
            boolean same =
                    earlier.get().item().equals(item) && earlier.get().asked().equals(asked);
            return same ? Outcome.replayed(earlier.get()) : Outcome.refused(ReservationRefusals.keyReused(key));
        }
        // the sequence is read before everything else, so that whatever changes from here on makes the record stale
        long next = log.lastSequence(item) + 1;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return decision.of(state(item), now).map(facts -> {
            ReservationRecord fact =
                    new ReservationRecord(item, next, key, now, actor, asked, facts.collect(each -> each));
            log.append(fact);
            // behind the record, so that a move finds the claim used up which it takes
            afterwards.run();
            return fact;
        });
    }

    /** What a command changes, given the claims and what time it is. */
    @FunctionalInterface
    private interface Decision {
        Outcome<? extends ImmutableList<? extends ReservationFact>> of(ItemReservations state, Instant now);
    }
}
