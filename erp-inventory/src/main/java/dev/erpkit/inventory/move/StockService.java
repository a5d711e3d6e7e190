package dev.erpkit.inventory.move;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.AccountingEvents;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.security.Permission;
import dev.erpkit.inventory.move.port.MoveLog;
import dev.erpkit.inventory.move.port.ReservedStock;
import dev.erpkit.inventory.posting.StockDelta;
import dev.erpkit.inventory.posting.StockPostings;
import dev.erpkit.inventory.posting.StockPreview;
import dev.erpkit.inventory.posting.StockRole;
import dev.erpkit.inventory.posting.StockTold;
import dev.erpkit.inventory.posting.port.PostedLog;
import dev.erpkit.inventory.valuation.ItemTerms;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.Valuation;
import dev.erpkit.inventory.valuation.ValuationLedger;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.jspecify.annotations.Nullable;

/**
 * Records facts of goods and tells the books. Every command is one unit of work, decided from all facts; the same key with the
 * same facts gives the first record again, with other facts {@code stock.key-reused}. A refused command changes nothing.
 *
 * <p>Each everyday command has a method that builds its fact; {@link #record} takes any facts together. A service that is given
 * {@link ReservedStock} refuses with {@code stock.reserved} whatever would leave less at a place than is reserved there, counts
 * and corrections included: have the claims released first. Without, reserved goods are not kept from leaving.
 *
 * <p>A service keeps in memory the facts that are committed and what they come to, so that it reads the logs once. Moves that
 * follow all others of their items are decided from what they come to, whatever the number of facts, where all goods are there,
 * none of them are reserved where they leave, and no return is among them. A move that comes late is decided by walking back
 * over the moves of its item that take effect later, under the same conditions, where nothing but moves of the item takes
 * effect or is amended later, it has no serial numbers, and no standard values it. Anything else is decided by walking through
 * all facts. Inside a unit of work of the host what it keeps does not move on: it reads again what that has recorded, and takes it
 * in with the next question or command after it, or with {@link #committed}.
 *
 * <p>Permissions: {@code stock.record} for facts and {@code stock.tell} for the books, with scope {@code *};
 * {@code access.denied} otherwise.
 */
public final class StockService extends StockCommands {
    /** The kind of accounting event that tells the books, with {@link StockRole#text} as roles. */
    public static final String EVENT = "stock-moved";

    private static final Permission RECORD = new Permission("stock.record", "*");
    private static final Permission TELL = new Permission("stock.tell", "*");

    private final MoveLog moves;
    private final PostedLog posted;
    private final StockTelling telling;
    private final UnitOfWork unitOfWork;
    private final AccessPolicy access;
    private final InstantSource clock;
    private final StockSetup setup;
    private final BindingClaims claims;
    private final CommittedLog<StockFact> known;
    /** What the books have heard. */
    private final CommittedLog<StockTold> heard;

    private final StockCheckpoints checkpoints;

    /** A service over a host's ports; what is reserved is not kept from leaving. */
    public StockService(
            MoveLog moves,
            PostedLog posted,
            AccountingEvents events,
            UnitOfWork unitOfWork,
            AccessPolicy access,
            InstantSource clock,
            StockSetup setup) {
        this(moves, posted, events, unitOfWork, access, clock, setup, place -> Rational.ZERO);
    }

    /**
     * A service over a host's ports that keeps what is reserved.
     *
     * @param reserved asked inside the unit of work
     */
    public StockService(
            MoveLog moves,
            PostedLog posted,
            AccountingEvents events,
            UnitOfWork unitOfWork,
            AccessPolicy access,
            InstantSource clock,
            StockSetup setup,
            ReservedStock reserved) {
        this.moves = moves;
        this.posted = posted;
        this.telling = new StockTelling(events, setup.currency());
        this.unitOfWork = unitOfWork;
        this.access = access;
        this.clock = clock;
        this.setup = setup;
        this.claims = new BindingClaims(reserved);
        this.known = new CommittedLog<>(
                moves::lastNumber,
                (after, sink) -> moves.forEach(after, fact -> fact.facts().forEach(sink)),
                StockFact::number,
                unitOfWork);
        this.heard = new CommittedLog<>(posted::lastSequence, posted::forEach, StockTold::sequence, unitOfWork);
        this.checkpoints = new StockCheckpoints(known, unitOfWork);
    }

    /** All facts in the order of recording. */
    public ImmutableList<StockFact> facts() {
        return known.behind(0);
    }

    /**
     * Takes in what was committed, so that the next command need not walk through it; for hosts that record in units of work of
     * their own, after one. Linear where something was recorded since that is not a move that follows all others, else it reads
     * what is new. Nothing inside of a unit of work.
     */
    public void committed() {
        if (unitOfWork.active()) {
            return;
        }
        checkpoints.catchUp();
        heard.catchUp();
        if (checkpoints.isEmpty()) {
            ImmutableList<StockFact> all = facts();
            AtomicReference<@Nullable StockCheckpoint> made = new AtomicReference<>();
            unitOfWork.execute(() -> refusal(all, Lists.immutable.empty(), made));
            @Nullable StockCheckpoint checkpoint = made.get();
            if (checkpoint != null) {
                checkpoints.keep(checkpoint);
            }
        }
    }

    /** What lies where at a time, by what had been recorded with a number; {@link Long#MAX_VALUE} for all. */
    public StockLevels levels(LocalDateTime asOf, long through) {
        return StockLevels.asOf(StockLevels.known(facts(), through), asOf);
    }

    /** What goods are worth, by what had been recorded with a number; {@link Long#MAX_VALUE} for all. */
    public ValuationLedger value(long through) {
        return value(StockEvents.of(StockLevels.known(facts(), through))).orElseThrow();
    }

    private Outcome<ValuationLedger> value(StockEvents facts) {
        ImmutableList<StockEvent> found = facts.events();
        ImmutableList<ItemTerms> terms = Valuation.items(found)
                .flatCollect(item -> Lists.immutable.fromStream(setup.items().apply(item).stream()))
                .collect(StockItem::terms);
        return Valuation.of(found, terms, setup.policy(), setup.currency());
    }

    /**
     * Records facts, which are numbered then, one after the other.
     *
     * @param facts with number 0; they may refer to facts that are recorded already
     * @return the record, or what is wrong: {@code stock.no-facts}, {@code stock.period-closed},
     *     {@code stock.count-in-future}, {@code stock.unknown-item}, {@code stock.lot-needed}, {@code stock.unknown-lot},
     *     {@code stock.serial-quantity}, {@code stock.serial-twice}, {@code stock.opening-cost} for opening stock of no value,
     *     {@code stock.opening-late} where it is opened after other moves, {@code stock.insufficient} where stock must not be
     *     short, {@code stock.reserved} where others have a claim, and whatever {@link Valuation#of} refuses
     */
    @Override
    public Outcome<StockRecord> record(IdempotencyKey key, ImmutableList<? extends StockFact> facts, Actor actor) {
        Optional<Refusal> denied = denied(RECORD, actor);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        boolean outermost = !unitOfWork.active();
        checkpoints.catchUp();
        AtomicReference<@Nullable StockCheckpoint> made = new AtomicReference<>();
        Outcome<StockRecord> outcome = unitOfWork.execute(() -> {
            made.set(null);
            Optional<StockRecord> earlier = moves.find(key);
            if (earlier.isPresent()) {
                return numbered(facts, earlier.get().first())
                                .equals(earlier.get().facts())
                        ? Outcome.replayed(earlier.get())
                        : Outcome.refused(StockServiceRefusals.keyReused(key));
            }
            ImmutableList<StockFact> added = numbered(facts, moves.lastNumber() + 1);
            Optional<Refusal> refusal = ownRefusal(added);
            if (refusal.isEmpty()) {
                refusal = checkpoints.accepts(added)
                        ? claims.refusal(this::facts, added, local())
                        : refusal(facts(), added, made);
            }
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            StockRecord fact = new StockRecord(key, now(), actor, added);
            moves.append(fact);
            return Outcome.accepted(fact);
        });
        @Nullable StockCheckpoint checkpoint = made.get();
        if (outermost && outcome.isAccepted() && checkpoint != null) {
            checkpoints.keep(checkpoint);
        }
        return outcome;
    }

    private Optional<Refusal> denied(Permission permission, Actor actor) {
        return access.allows(actor, permission) ? Optional.empty() : Optional.of(permission.denied());
    }

    /** What recording facts would change: which costs, and which accounts in which month. Refused as {@link #record}. */
    public Outcome<StockPreview> preview(ImmutableList<? extends StockFact> facts) {
        return unitOfWork.execute(() -> {
            ImmutableList<StockFact> before = facts();
            ImmutableList<StockFact> added = numbered(facts, moves.lastNumber() + 1);
            Optional<Refusal> refusal = ownRefusal(added).or(() -> refusal(before, added, new AtomicReference<>()));
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            StockEvents old = StockEvents.of(before);
            StockEvents all = StockEvents.of(before.newWithAll(added));
            return Outcome.accepted(StockPreview.of(
                    old.events(),
                    value(old).orElseThrow(),
                    all.events(),
                    value(all).orElseThrow(),
                    setup.openFrom().get(),
                    all.against()));
        });
    }

    private Optional<Refusal> ownRefusal(ImmutableList<StockFact> added) {
        return added.isEmpty() ? Optional.of(StockServiceRefusals.empty()) : rules().own(added);
    }

    private StockRules rules() {
        return new StockRules(setup, local());
    }

    private LocalDateTime local() {
        return LocalDateTime.ofInstant(clock.instant(), setup.zone());
    }

    /** Decides from all facts, and makes a checkpoint of what it found. */
    private Optional<Refusal> refusal(
            ImmutableList<StockFact> before,
            ImmutableList<StockFact> added,
            AtomicReference<@Nullable StockCheckpoint> made) {
        Optional<Refusal> refusal =
                rules().together(before, added).or(() -> claims.refusal(() -> before, added, local()));
        if (refusal.isPresent()) {
            return refusal;
        }
        ImmutableList<StockFact> all = before.newWithAll(added);
        Outcome<ValuationLedger> valued = value(StockEvents.of(all));
        if (valued.isAccepted()) {
            made.set(new StockCheckpoint(setup, all, valued.orElseThrow()));
        }
        return valued.refusal();
    }

    @Override
    Optional<Move> move(long number) {
        return facts().selectInstancesOf(Move.class).detectOptional(move -> move.number() == number);
    }

    @Override
    Outcome<StockRecord> refuse(LongFunction<Refusal> why, Actor actor) {
        return Outcome.refused(denied(RECORD, actor).orElseGet(() -> why.apply(moves.lastNumber() + 1)));
    }

    @Override
    CurrencyUnit currency() {
        return setup.currency();
    }

    private static ImmutableList<StockFact> numbered(ImmutableList<? extends StockFact> facts, long first) {
        MutableList<StockFact> numbered = Lists.mutable.empty();
        facts.forEach(fact -> numbered.add(fact.numbered(first + numbered.size())));
        return numbered.toImmutable();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Tells the books what they do not know yet: one accounting event for each day in the books, amounts summed by role and
     * qualified by the category of the items; facts about which somebody wrote something have an event apart, with the same
     * narrative. Told again, it tells nothing.
     *
     * @return what was told, without deltas when there was nothing, or what refuses an event; nothing is told then
     */
    public Outcome<ImmutableList<StockDelta>> tell(Actor actor) {
        Optional<Refusal> denied = denied(TELL, actor);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        try {
            return unitOfWork.execute(() -> Outcome.accepted(told(actor)));
        } catch (RefusedException event) {
            // thrown so that no event of the same command stays behind
            return Outcome.refused(event.refusal());
        }
    }

    private ImmutableList<StockDelta> told(Actor actor) {
        ImmutableList<StockFact> facts = facts();
        StockEvents all = StockEvents.of(facts);
        ImmutableList<StockDelta> before = heard.behind(0).flatCollect(StockTold::deltas);
        ImmutableList<StockDelta> deltas = StockDelta.of(
                StockPostings.perpetual(all.events(), value(all).orElseThrow(), all.against(), this::category),
                before,
                setup.openFrom().get());
        if (deltas.notEmpty()) {
            long sequence = posted.lastSequence() + 1;
            posted.append(new StockTold(sequence, moves.lastNumber(), now(), deltas));
            telling.tell(sequence, deltas, facts, actor);
        }
        return deltas;
    }

    private String category(String item) {
        return setup.items().apply(item).map(StockItem::category).orElse("");
    }
}
