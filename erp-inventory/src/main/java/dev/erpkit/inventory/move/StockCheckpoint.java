package dev.erpkit.inventory.move;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.Goods;
import dev.erpkit.inventory.valuation.NegativeStock;
import dev.erpkit.inventory.valuation.PoolRule;
import dev.erpkit.inventory.valuation.SameInstant;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.ValuationLedger;
import dev.erpkit.inventory.valuation.ValuationMethod;
import dev.erpkit.inventory.valuation.ValuationPolicy;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.set.MutableSet;
import org.jspecify.annotations.Nullable;

/**
 * What recorded facts come to, as far as it takes to see that further moves are fine: they are of items of which nothing but
 * moves takes effect later, and all goods are there, which for those that come late is seen by walking back over the moves of
 * the item that take effect later. Of anything else it says nothing, and all facts decide. Not for several threads.
 */
final class StockCheckpoint {
    /** So far from what a valuation refuses as too large that what is counted in part only, such as variances, fits too. */
    private static final long LARGE = 1L << 58;

    private final StockSetup setup;
    private final ValuationPolicy policy;
    private final MutableMap<Place, Rational> levels = Maps.mutable.empty();
    private final MutableMap<Goods, Rational> pools = Maps.mutable.empty();
    private final MutableMap<String, Rational> serials = Maps.mutable.empty();
    private final MutableMap<String, LocalDateTime> latest = Maps.mutable.empty();
    private final MutableMap<String, LaterMoves> moves;
    private final MutableSet<String> lots = Sets.mutable.empty();
    /** Items that change their method or their standard. */
    private final MutableSet<String> changing = Sets.mutable.empty();
    /** No note takes effect later. */
    private LocalDateTime noted = LocalDateTime.MIN;

    /** At least what all pools have ever been worth together. */
    private long worth;

    private long number;

    /** A checkpoint of facts that were accepted, and of what they are worth. */
    StockCheckpoint(StockSetup setup, ImmutableList<StockFact> facts, ValuationLedger ledger) {
        this.setup = setup;
        this.policy = setup.policy();
        StockLevels.of(facts).all().forEachKeyValue((place, level) -> add(place, level));
        facts.forEach(this::note);
        this.moves = LaterMoves.byItem(facts);
        this.worth = ledger.volume();
    }

    private void note(StockFact fact) {
        number = Math.max(number, fact.number());
        StockRules.places(fact).forEach(part -> {
            later(part.place().item(), fact.at());
            if (!(fact instanceof Move move) || move.target().isOurs()) {
                lots.add(key(part.place()));
            }
        });
        if (fact instanceof Noted note) {
            noted = fact.at().isAfter(noted) ? fact.at() : noted;
            if (note.event() instanceof StockEvent.MethodChange change) {
                changing.add(change.item());
            } else if (note.event() instanceof StockEvent.StandardCost change) {
                changing.add(change.item());
            }
        }
    }

    private void later(String item, LocalDateTime at) {
        latest.merge(item, at, (a, b) -> a.isAfter(b) ? a : b);
    }

    private void add(Place place, Rational more) {
        levels.merge(place, more, Rational::add);
        if (place.location().isOurs()) {
            serials.merge(key(place), more, Rational::add);
            if (place.owner().isEmpty()) {
                pools.merge(pool(place), more, Rational::add);
            }
        }
    }

    private Goods pool(Place place) {
        return policy.poolOf(StockEvents.goods(place));
    }

    private static String key(Place place) {
        return place.item() + "\n" + place.lot();
    }

    /** The number of the newest fact. */
    long number() {
        return number;
    }

    /** Whether these facts, which follow, are fine; false when all facts must decide. Changes nothing. */
    boolean accepts(ImmutableList<StockFact> facts) {
        long before = number;
        long beforeWorth = worth;
        Deque<Runnable> undo = new ArrayDeque<>();
        boolean fine = facts.allSatisfy(fact -> follow(fact, undo));
        undo.forEach(Runnable::run);
        number = before;
        worth = beforeWorth;
        return fine;
    }

    /** Folds in facts that are recorded; when it says false it is to be forgotten. */
    boolean advance(ImmutableList<StockFact> facts) {
        return facts.allSatisfy(fact -> follow(fact, new ArrayDeque<>()));
    }

    private boolean follow(StockFact fact, Deque<Runnable> undo) {
        if (fact.number() != number + 1
                || !(fact instanceof Move move)
                || !isKnown(move)
                || !(isLast(move) ? isThere(move) : isThereLate(move))
                || !isWorth(move)) {
            return false;
        }
        number = fact.number();
        Rational quantity = move.quantity();
        remember(latest, move.item(), undo);
        later(move.item(), move.at());
        shift(move.sourcePlace(), quantity.negate(), undo);
        shift(move.targetPlace(), quantity, undo);
        LaterMoves own = LaterMoves.of(moves, move.item());
        own.add(move);
        undo.push(() -> own.remove(move));
        String lot = key(move.targetPlace());
        if (move.target().isOurs() && lots.add(lot)) {
            undo.push(() -> lots.remove(lot));
        }
        return true;
    }

    private void shift(Place place, Rational more, Deque<Runnable> undo) {
        remember(levels, place, undo);
        remember(serials, key(place), undo);
        remember(pools, pool(place), undo);
        add(place, more);
    }

    private static <K, V> void remember(Map<K, V> map, K key, Deque<Runnable> undo) {
        @Nullable V before = map.get(key);
        undo.push(() -> {
            if (before == null) {
                map.remove(key);
            } else {
                map.put(key, before);
            }
        });
    }

    /** Whether nothing of the item takes effect later, nor any note, so that nothing is restated. */
    private boolean isLast(Move move) {
        LocalDateTime item = latest.getIfAbsentValue(move.item(), LocalDateTime.MIN);
        LocalDateTime last = item.isAfter(noted) ? item : noted;
        return policy.sameInstant() == SameInstant.INBOUND_FIRST
                ? move.at().isAfter(last)
                : !move.at().isBefore(last);
    }

    /** Whether it is no return, and of a lot that came where it must be of one. */
    private boolean isKnown(Move move) {
        boolean byLot = policy.method() == ValuationMethod.SPECIFIC || policy.pool() == PoolRule.ITEM_LOT;
        boolean unknown = move.source().isOurs() && !move.lot().isEmpty() && !lots.contains(key(move.sourcePlace()));
        // an average of a period changes what the period has cost so far
        return policy.method() != ValuationMethod.PERIODIC_AVERAGE
                && move.of().isEmpty()
                && !StockRules.opens(move.source())
                && !unknown
                && !(byLot && move.lot().isEmpty())
                && !changing.contains(move.item());
    }

    /** Whether goods that leave are there, in the place and in the pool, and none are lacking where they come. */
    private boolean isThere(Move move) {
        boolean in = move.target().isOurs();
        boolean out = move.source().isOurs();
        Rational quantity = move.quantity();
        boolean forbids = policy.negative() == NegativeStock.FORBID;
        if (out && forbids && level(levels, move.sourcePlace()).compareTo(quantity) < 0) {
            return false;
        }
        if (in
                && !out
                && isSerial(move)
                && level(serials, key(move.targetPlace())).signum() > 0) {
            return false;
        }
        return !move.owner().isEmpty()
                || ((!out || level(pools, pool(move.sourcePlace())).compareTo(quantity) >= 0)
                        && (!in || level(pools, pool(move.targetPlace())).signum() >= 0));
    }

    private boolean isSerial(Move move) {
        return setup.items()
                .apply(move.item())
                .map(item -> item.tracking() == Tracking.SERIAL)
                .orElse(true);
    }

    /** The same of a move that takes effect before others of its item, and that it leaves those their goods. */
    private boolean isThereLate(Move move) {
        LaterMoves others = LaterMoves.of(moves, move.item());
        // of a standard it would take how much there was at most
        return policy.method() != ValuationMethod.STANDARD
                && others.reach(move.at())
                && !isSerial(move)
                && new LateMove(move, policy, this).fits(others);
    }

    /** What there is at a place. */
    Rational level(Place place) {
        return level(levels, place);
    }

    /** What there is in a pool. */
    Rational pool(Goods pool) {
        return level(pools, pool);
    }

    private static <K> Rational level(MutableMap<K, Rational> levels, K key) {
        return levels.getIfAbsentValue(key, Rational.ZERO);
    }

    /** Whether goods that come in have a cost, and one that no sum of values grows too large with. */
    private boolean isWorth(Move move) {
        if (!move.owner().isEmpty() || !move.target().isOurs() || move.source().isOurs()) {
            return true;
        }
        if (move.cost().isEmpty()) {
            return false;
        }
        Cost cost = move.cost().get();
        boolean negative = cost instanceof Cost.Each each ? each.minor().signum() < 0 : cost.of(move.quantity()) < 0;
        try {
            long standard = policy.method() == ValuationMethod.STANDARD ? atStandard(move) : 0;
            worth = Math.addExact(worth, Math.addExact(cost.of(move.quantity()), standard));
        } catch (ArithmeticException beyond) {
            return false;
        }
        return !negative && worth < LARGE;
    }

    private long atStandard(Move move) {
        Rational standard = setup.items()
                .apply(move.item())
                .map(item -> item.terms().standardCost())
                .orElse(Rational.ZERO);
        Rational all = level(pools, pool(move.targetPlace())).add(move.quantity());
        return new Cost.Each(standard.abs()).of(all);
    }
}
