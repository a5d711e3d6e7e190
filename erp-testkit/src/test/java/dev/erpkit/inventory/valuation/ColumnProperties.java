package dev.erpkit.inventory.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.testkit.generate.StockArbitraries;
import dev.erpkit.testkit.generate.StockArbitraries.History;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Walking along columns gives every figure that the general engine gives, whatever the policy and the facts are. */
class ColumnProperties {
    private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0);

    /** A step of a history: what, when, of which goods, how much at which price. */
    record Step(int kind, int day, Goods goods, Rational quantity, Cost cost) {}

    @Provide
    Arbitrary<ValuationPolicy> policies() {
        Arbitrary<ValuationPolicy> folded = StockArbitraries.policies().filter(MoveColumns::fit);
        return Arbitraries.frequencyOf(Tuple.of(1, StockArbitraries.policies()), Tuple.of(4, folded));
    }

    @Provide
    Arbitrary<History> histories() {
        return StockArbitraries.histories(24);
    }

    /** Quantities with decimals, thirds and sevenths, prices whole, in thirds or in all, some too large for a long. */
    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Rational> quantity = Combinators.combine(
                        Arbitraries.longs().between(1, 5_000), Arbitraries.of(1L, 1L, 1L, 2L, 3L, 7L, 1000L))
                .as(Rational::of);
        Arbitrary<Rational> large = Arbitraries.of(
                Rational.of(1L << 61), Rational.of(1, (1L << 41) - 1), Rational.parse("1" + "0".repeat(30)));
        Arbitrary<Goods> goods = Combinators.combine(
                        Arbitraries.of("A", "B"), Arbitraries.of("north", "south"), Arbitraries.of("L1", "L2"))
                .as((item, where, lot) -> Goods.of(item).in(where).lot(lot));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 14),
                        Arbitraries.integers().between(0, 12),
                        goods,
                        Arbitraries.frequencyOf(Tuple.of(60, quantity), Tuple.of(1, large)),
                        costs())
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    private static Arbitrary<Cost> costs() {
        return Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.longs().between(0, 9_999).map(Cost.Total::new)),
                Tuple.of(
                        20,
                        Combinators.combine(Arbitraries.longs().between(0, 9_999), Arbitraries.of(1L, 3L, 100L))
                                .as((minor, of) -> new Cost.Each(Rational.of(minor, of)))),
                Tuple.of(
                        1,
                        Arbitraries.longs()
                                .between(Long.MAX_VALUE - 5, Long.MAX_VALUE)
                                .map(Cost.Total::new)));
    }

    @Property(tries = 600)
    void columns_tell_what_a_replay_tells_of_moves(
            @ForAll("policies") ValuationPolicy policy, @ForAll("steps") List<Step> steps) {
        MutableList<StockEvent> events = Lists.mutable.empty();
        steps.forEach(step -> events.add(event(events, step)));
        agree(events.toImmutable(), policy);
    }

    @Property(tries = 300)
    void columns_tell_what_a_replay_tells_of_all_facts(@ForAll("histories") History history) {
        agree(history.events(), history.policy());
    }

    /** Mostly moves; now and then what the columns heed as it amends a move, and what they leave to a replay. */
    private static StockEvent event(MutableList<StockEvent> before, Step step) {
        long number = before.size() + 1L;
        LocalDateTime at = START.plusDays(step.day());
        long of = Math.max(1, number - 1 - step.day() % 5);
        Goods goods = step.goods();
        return switch (step.kind()) {
            case 0, 1, 2, 3 -> new StockEvent.Receipt(number, at, goods, step.quantity(), Optional.of(step.cost()));
            case 4 -> new StockEvent.Receipt(number, at, goods, step.quantity(), Optional.empty());
            case 10 -> new StockEvent.Transfer(number, at, goods, goods.in("north"), step.quantity());
            case 11 ->
                before.anySatisfy(e -> e.number() == of && e instanceof StockEvent.Move)
                        ? new StockEvent.QuantityCorrection(
                                number, at, of, step.day() == 0 ? Rational.ZERO : step.quantity())
                        : new StockEvent.StandardCost(number, at, goods.item(), new Cost.Each(Rational.ONE));
            case 12 ->
                before.anySatisfy(e -> e.number() == of && e instanceof StockEvent.Receipt)
                        ? new StockEvent.LandedCost(number, at, Lists.immutable.of(of), 101, LandedCostBasis.EQUAL)
                        : new StockEvent.Issue(number, at, goods, step.quantity());
            case 13 ->
                before.notEmpty() && step.day() < 2
                        ? new StockEvent.Cancel(number, at, of)
                        : new StockEvent.Issue(number, at, goods, step.quantity());
            case 14 ->
                step.day() == 0
                        ? new StockEvent.Count(number, at, goods, step.quantity(), Optional.empty())
                        : new StockEvent.Issue(number, at, goods, step.quantity());
            default -> new StockEvent.Issue(number, at, goods, step.quantity());
        };
    }

    private static void agree(ImmutableList<StockEvent> events, ValuationPolicy policy) {
        Outcome<ValuationLedger> fast = Valuation.of(events, StockArbitraries.ITEMS, policy, StockArbitraries.CURRENCY);
        Outcome<ValuationLedger> slow = replayed(events, policy);
        assertThat(fast.refusal().map(Refusal::toString))
                .isEqualTo(slow.refusal().map(Refusal::toString));
        if (fast.isAccepted()) {
            agree(fast.orElseThrow(), slow.orElseThrow());
        }
    }

    private static Outcome<ValuationLedger> replayed(ImmutableList<StockEvent> events, ValuationPolicy policy) {
        try {
            Facts facts =
                    new Facts(events, StockArbitraries.ITEMS.toImmutableMap(ItemTerms::item, item -> item), policy);
            return Outcome.accepted(
                    Valuation.ledger(facts, Valuation.replayed(facts, policy), StockArbitraries.CURRENCY));
        } catch (RefusedException refused) {
            return Outcome.refused(refused.refusal());
        }
    }

    private static void agree(ValuationLedger fast, ValuationLedger slow) {
        assertThat(fast.volume()).isEqualTo(slow.volume());
        assertThat(fast.balances()).isEqualTo(slow.balances());
        assertThat(fast.costs()).isEqualTo(slow.costs());
        assertThat(fast.inbound()).isEqualTo(slow.inbound());
        assertThat(fast.variances()).isEqualTo(slow.variances());
        assertThat(fast.revaluations()).isEqualTo(slow.revaluations());
        assertThat(fast.history()).isEqualTo(slow.history());
        assertThat(fast.edges()).isEqualTo(slow.edges());
        assertThat(fast.trueUps()).isEqualTo(slow.trueUps());
        slow.balances().keysView().forEach(pool -> assertThat(fast.layers(pool)).isEqualTo(slow.layers(pool)));
        for (int day = -1; day < 14; day += 3) {
            LocalDateTime time = START.plusDays(day);
            assertThat(fast.asOf(time)).isEqualTo(slow.asOf(time));
            assertThat(fast.costOfGoods(time, time.plusDays(4))).isEqualTo(slow.costOfGoods(time, time.plusDays(4)));
        }
    }
}
