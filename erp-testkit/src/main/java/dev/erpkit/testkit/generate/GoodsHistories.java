package dev.erpkit.testkit.generate;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.Counted;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.Move;
import dev.erpkit.inventory.move.Noted;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.StockFact;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.Goods;
import dev.erpkit.inventory.valuation.StockEvent;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Histories of goods that are simple in one respect each: never short, or of moves between places alone. */
public final class GoodsHistories {
    /** When the first fact takes effect. */
    public static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0);

    private static final ImmutableList<Location> LOCATIONS = Lists.immutable.of(
            Location.VENDORS,
            Location.of("shelf", "main"),
            Location.of("rack", "main"),
            Location.of("yard", "south"),
            Location.CUSTOMERS,
            Location.SCRAP);

    private GoodsHistories() {}

    /**
     * One step of a history.
     *
     * @param in whether goods come or go
     * @param size how many, above zero
     * @param price minor units each
     */
    public record Flow(boolean in, int size, int price) {}

    /** Steps of receipts and issues. */
    public static Arbitrary<List<Flow>> flows(int most) {
        return Combinators.combine(
                        Arbitraries.of(true, true, false),
                        Arbitraries.integers().between(1, 20),
                        Arbitraries.integers().between(0, 3000))
                .as(Flow::new)
                .list()
                .ofMaxSize(most);
    }

    /** Receipts and issues of goods, one a day in the order of their numbers, of no more than there is. */
    public static ImmutableList<StockEvent> neverShort(Goods goods, List<Flow> flows) {
        MutableList<StockEvent> events = Lists.mutable.empty();
        int there = 0;
        for (Flow flow : flows) {
            long number = events.size() + 1L;
            LocalDateTime at = START.plusDays(number);
            int size = flow.in() ? flow.size() : Math.min(flow.size(), there);
            if (flow.in()) {
                Cost each = new Cost.Each(Rational.of(flow.price()));
                events.add(new StockEvent.Receipt(number, at, goods, Rational.of(size), Optional.of(each)));
            } else if (size > 0) {
                events.add(new StockEvent.Issue(number, at, goods, Rational.of(size)));
            }
            there += flow.in() ? size : -size;
        }
        return events.toImmutable();
    }

    private record Step(int kind, int hour, int from, int to, int size, boolean foreign) {}

    /** Moves between places of all kinds, of ours and of others, counts of places of ours, corrections and cancellations. */
    public static Arbitrary<ImmutableList<StockFact>> facts(int most) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, LOCATIONS.size() - 1),
                        Arbitraries.integers().between(1, LOCATIONS.size() - 1),
                        Arbitraries.integers().between(1, 30),
                        Arbitraries.of(false, false, false, true))
                .as(Step::new)
                .list()
                .ofMaxSize(most)
                .map(GoodsHistories::facts);
    }

    private static ImmutableList<StockFact> facts(List<Step> steps) {
        MutableList<StockFact> facts = Lists.mutable.empty();
        for (Step step : steps) {
            facts.add(fact(facts.size() + 1L, step, facts));
        }
        return facts.toImmutable();
    }

    private static StockFact fact(long number, Step step, MutableList<StockFact> before) {
        LocalDateTime at = START.plusHours(step.hour());
        Rational quantity = Rational.of(step.size(), 2);
        Location from = LOCATIONS.get(step.from());
        Optional<Move> earlier = before.isEmpty()
                ? Optional.empty()
                : before.selectInstancesOf(Move.class).detectOptional(move -> move.number() % 3 == step.size() % 3);
        if (step.kind() == 0 && earlier.isPresent()) {
            return new Noted(new StockEvent.Cancel(number, at, earlier.get().number()));
        } else if (step.kind() == 1 && earlier.isPresent()) {
            return new Noted(
                    new StockEvent.QuantityCorrection(number, at, earlier.get().number(), quantity));
        } else if (step.kind() == 2 && from.isOurs()) {
            return new Counted(number, at, Place.of(from, "a"), quantity, Optional.empty());
        }
        Location to = LOCATIONS.get((step.from() + step.to()) % LOCATIONS.size());
        Move.Builder move = Move.builder();
        move.number(number).at(at).item(step.kind() % 2 == 0 ? "a" : "b").quantity(quantity);
        move.source(from).target(to).owner(step.foreign() ? "somebody" : "");
        if (!from.isOurs()) {
            move.cost(new Cost.Each(Rational.of(step.hour() * 37L + step.size())));
        }
        return move.build();
    }
}
