package dev.erpkit.inventory.count;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.security.Permission;
import dev.erpkit.inventory.count.CountFact.Entered;
import dev.erpkit.inventory.count.CountFact.Finished;
import dev.erpkit.inventory.count.CountFact.Opened;
import dev.erpkit.inventory.count.port.CountLog;
import dev.erpkit.inventory.move.Counted;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.StockService;
import dev.erpkit.inventory.valuation.Cost;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * Stock-taking: a sheet is opened for a time, people enter what they count, and what the finished sheet says is recorded in
 * stock as absolute facts of that time, in the same unit of work. Every command is one unit of work; the same key with the same
 * content gives the first record again, with other content {@code count.key-reused}. A refused command changes nothing.
 *
 * <p>Permission: {@code stock.count} with scope {@code *}; {@code access.denied} otherwise. Who finishes needs {@code
 * stock.record} as well.
 */
public final class CountService {
    private static final Permission COUNT = new Permission("stock.count", "*");

    private final CountLog log;
    private final StockService stock;
    private final UnitOfWork unitOfWork;
    private final AccessPolicy access;
    private final InstantSource clock;
    private final ZoneId zone;

    /**
     * A service over a host's ports.
     *
     * @param stock in the same unit of work
     * @param zone where the warehouses are, to tell what is still to come
     */
    public CountService(
            CountLog log,
            StockService stock,
            UnitOfWork unitOfWork,
            AccessPolicy access,
            InstantSource clock,
            ZoneId zone) {
        this.log = log;
        this.stock = stock;
        this.unitOfWork = unitOfWork;
        this.access = access;
        this.clock = clock;
        this.zone = zone;
    }

    /** How a sheet stands; empty for one that was never opened. */
    public Optional<SheetState> sheet(String sheet) {
        MutableList<CountRecord> records = Lists.mutable.empty();
        log.forEach(sheet, 0, records::add);
        return SheetState.of(records.toImmutable());
    }

    /**
     * By how much a sheet differs from stock at its time, above zero for surplus; empty for a sheet that was never opened.
     *
     * @param blanks what lines without a figure mean
     */
    public Optional<ImmutableSortedMap<Place, Rational>> differences(String sheet, BlankPolicy blanks) {
        return sheet(sheet).map(state -> state.sheet().differences(stock.facts(), state.at(), blanks));
    }

    /**
     * Opens a sheet.
     *
     * @param sheet the host's id of it, 1 to 64 characters
     * @param at the time for which everything is counted; it may be still to come, but nothing is entered before
     * @param places what is to be counted where
     * @return the record, or {@code count.sheet-taken}, {@code count.no-places}, {@code count.twice} for a place named twice,
     *     {@code count.not-ours} for one outside
     */
    public Outcome<CountRecord> open(
            IdempotencyKey key, String sheet, LocalDateTime at, ImmutableList<Place> places, Actor actor) {
        return command(key, sheet, new Opened(at, places), actor, state -> {
            if (state.isPresent()) {
                return Optional.of(CountRefusals.sheetTaken(sheet));
            } else if (places.isEmpty()) {
                return Optional.of(CountRefusals.noPlaces(sheet));
            }
            return places.detectOptional(place -> !place.location().isOurs())
                    .map(CountRefusals::notOurs)
                    .or(() -> CountSheet.twice(places));
        });
    }

    /**
     * Enters what was counted at a place of the sheet.
     *
     * @param quantity zero or more; leave out what nobody counted
     * @param cost what surplus costs each; without it the current cost
     * @return the record, or {@code count.unknown-sheet}, {@code count.finished}, {@code count.in-future} before the time of the
     *     sheet, {@code count.not-on-sheet}, {@code count.negative}, {@code count.entered} where somebody counted before
     */
    public Outcome<CountRecord> enter(
            IdempotencyKey key, String sheet, Place place, Rational quantity, Optional<Cost.Each> cost, Actor actor) {
        return entered(key, sheet, new Entered(place, quantity, cost, false), actor);
    }

    /** Enters what was found when a place was counted once more; refused as {@link #enter}, but takes the place of a figure. */
    public Outcome<CountRecord> recount(
            IdempotencyKey key, String sheet, Place place, Rational quantity, Optional<Cost.Each> cost, Actor actor) {
        return entered(key, sheet, new Entered(place, quantity, cost, true), actor);
    }

    private Outcome<CountRecord> entered(IdempotencyKey key, String sheet, Entered fact, Actor actor) {
        return command(key, sheet, fact, actor, state -> closed(sheet, state).or(() -> wrong(state.get(), fact)));
    }

    private Optional<Refusal> closed(String sheet, Optional<SheetState> state) {
        if (state.isEmpty()) {
            return Optional.of(CountRefusals.unknownSheet(sheet));
        }
        return state.get().finished().map(blanks -> CountRefusals.finished(sheet));
    }

    private Optional<Refusal> wrong(SheetState state, Entered fact) {
        Optional<CountLine> line = state.line(fact.place());
        if (state.at().isAfter(now())) {
            return Optional.of(CountRefusals.inFuture(state.at(), now()));
        } else if (line.isEmpty()) {
            return Optional.of(CountRefusals.notOnSheet(fact.place()));
        } else if (fact.quantity().signum() < 0) {
            return Optional.of(CountRefusals.negative(fact.place()));
        }
        return fact.again()
                ? Optional.empty()
                : line.get().counted().map(counted -> CountRefusals.entered(fact.place(), counted));
    }

    /**
     * Closes a sheet and records its figures in stock, under the key {@code count/} and the id of the sheet; lines without a
     * figure as the policy has it. Where nothing was counted nothing is recorded.
     *
     * @return the record, or {@code count.unknown-sheet}, {@code count.finished}, {@code count.in-future}, and whatever {@link
     *     StockService#record} refuses
     */
    public Outcome<CountRecord> finish(IdempotencyKey key, String sheet, BlankPolicy blanks, Actor actor) {
        return command(
                key,
                sheet,
                new Finished(blanks),
                actor,
                state -> closed(sheet, state).or(() -> record(sheet, state.get(), blanks, actor)));
    }

    private Optional<Refusal> record(String sheet, SheetState state, BlankPolicy blanks, Actor actor) {
        Outcome<ImmutableList<Counted>> facts = state.sheet().facts(state.at(), blanks, now());
        return facts.refusal().isPresent() || facts.orElseThrow().isEmpty()
                ? facts.refusal()
                : stock.record(IdempotencyKey.of("count/" + sheet), facts.orElseThrow(), actor)
                        .refusal();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), zone);
    }

    private Outcome<CountRecord> command(
            IdempotencyKey key,
            String sheet,
            CountFact fact,
            Actor actor,
            Function<Optional<SheetState>, Optional<Refusal>> decision) {
        if (!access.allows(actor, COUNT)) {
            return Outcome.refused(COUNT.denied());
        }
        return unitOfWork.execute(() -> {
            Optional<CountRecord> earlier = log.find(key);
            if (earlier.isPresent()) {
                boolean same = earlier.get().sheet().equals(sheet)
                        && earlier.get().fact().equals(fact);
                return same ? Outcome.replayed(earlier.get()) : Outcome.refused(CountRefusals.keyReused(key));
            }
            Optional<Refusal> refusal = decision.apply(sheet(sheet));
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            CountRecord entry = new CountRecord(
                    sheet,
                    log.lastSequence(sheet) + 1,
                    key,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    actor,
                    fact);
            log.append(entry);
            return Outcome.accepted(entry);
        });
    }
}
