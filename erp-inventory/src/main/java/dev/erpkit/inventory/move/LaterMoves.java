package dev.erpkit.inventory.move;

import dev.erpkit.inventory.valuation.StockEvent;
import java.time.LocalDateTime;
import java.util.Comparator;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/**
 * The moves of one item that take effect behind all else that was recorded of it, in the order in which they do. There what goods
 * there are follows from moves alone, so that it can be walked back from what there is now.
 */
final class LaterMoves {
    private static final Comparator<Move> BY_TIME = Comparator.comparing(Move::at);

    private final MutableList<Move> moves = Lists.mutable.empty();
    /** Nothing but moves takes effect after it. */
    private LocalDateTime start = LocalDateTime.MIN;

    /** Those of all facts, which are in the order of their numbers from 1 on, by item. */
    static MutableMap<String, LaterMoves> byItem(ImmutableList<StockFact> facts) {
        MutableMap<String, LaterMoves> byItem = Maps.mutable.empty();
        facts.reject(LaterMoves::isPlain).forEach(fact -> start(byItem, fact, fact.at(), facts));
        for (StockFact fact : facts) {
            if (fact instanceof Move move) {
                LaterMoves own = of(byItem, move.item());
                if (own.reach(move.at())) {
                    own.moves.add(move);
                }
            }
        }
        byItem.forEachValue(own -> own.moves.sortThis(BY_TIME));
        return byItem;
    }

    static LaterMoves of(MutableMap<String, LaterMoves> byItem, String item) {
        return byItem.getIfAbsentPut(item, LaterMoves::new);
    }

    /** Whether a fact is a move that gives nothing back, opens nothing and tells what its goods cost. */
    private static boolean isPlain(StockFact fact) {
        return fact instanceof Move move
                && move.of().isEmpty()
                && !StockRules.opens(move.source())
                && (move.cost().isPresent()
                        || move.source().isOurs()
                        || !move.target().isOurs());
    }

    /** Begins behind a fact, and behind what it amends. */
    private static void start(
            MutableMap<String, LaterMoves> byItem, StockFact fact, LocalDateTime time, ImmutableList<StockFact> facts) {
        LocalDateTime latest = fact.at().isAfter(time) ? fact.at() : time;
        StockRules.places(fact).forEach(part -> of(byItem, part.place().item()).startAfter(latest));
        if (fact instanceof Noted note) {
            if (note.event() instanceof StockEvent.Revaluation revaluation) {
                of(byItem, revaluation.goods().item()).startAfter(latest);
            }
            // what names itself or a later one has been cancelled
            amended(note.event())
                    .select(number -> number > 0 && number < note.number())
                    .forEach(number -> start(byItem, facts.get((int) (number - 1)), latest, facts));
        }
    }

    private static ImmutableList<Long> amended(StockEvent.Note note) {
        if (note instanceof StockEvent.LandedCost cost) {
            return cost.of();
        } else if (note instanceof StockEvent.QuantityCorrection correction) {
            return Lists.immutable.of(correction.of());
        } else if (note instanceof StockEvent.PriceCorrection correction) {
            return Lists.immutable.of(correction.of());
        } else if (note instanceof StockEvent.Cancel cancel) {
            return Lists.immutable.of(cancel.of());
        } else if (note instanceof StockEvent.Bill bill) {
            return Lists.immutable.of(bill.of());
        }
        return Lists.immutable.empty();
    }

    private void startAfter(LocalDateTime at) {
        start = at.isAfter(start) ? at : start;
    }

    /** Takes in the newest one. */
    void add(Move newest) {
        moves.add(place(newest.at()), newest);
    }

    /** Forgets the newest one. */
    void remove(Move newest) {
        moves.remove(place(newest.at()) - 1);
    }

    /** Whether a time comes after the start. */
    boolean reach(LocalDateTime at) {
        return at.isAfter(start);
    }

    /** Those that take effect after a time, the last one first. */
    Iterable<Move> backTo(LocalDateTime at) {
        return moves.subList(place(at), moves.size()).asReversed();
    }

    /** How many take effect until a time, that instant included. */
    private int place(LocalDateTime at) {
        int low = 0;
        int high = moves.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (moves.get(middle).at().isAfter(at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
