package dev.erpkit.testkit.generate;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.Goods;
import dev.erpkit.inventory.valuation.ItemTerms;
import dev.erpkit.inventory.valuation.LandedCostBasis;
import dev.erpkit.inventory.valuation.LandedCostRule;
import dev.erpkit.inventory.valuation.NegativeStock;
import dev.erpkit.inventory.valuation.PoolRule;
import dev.erpkit.inventory.valuation.PriceDifference;
import dev.erpkit.inventory.valuation.ReturnCost;
import dev.erpkit.inventory.valuation.SameInstant;
import dev.erpkit.inventory.valuation.ShareRule;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.Valuation;
import dev.erpkit.inventory.valuation.ValuationMethod;
import dev.erpkit.inventory.valuation.ValuationPolicy;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Histories of goods: backdated, corrected, cancelled, returned, billed, with landed cost, transfers and productions. */
public final class StockArbitraries {
    /** The currency of the histories. */
    public static final CurrencyUnit CURRENCY = Amounts.currency("EUR");

    /** The items of the histories: goods A and B. */
    public static final ImmutableList<ItemTerms> ITEMS = Lists.immutable.of(item("A"), item("B"));

    private static final ImmutableList<LandedCostBasis> BASES = Lists.immutable.of(LandedCostBasis.values());
    private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0);

    private StockArbitraries() {}

    /**
     * A step that becomes a fact if the history allows it.
     *
     * @param kind which fact
     * @param day when, days from the start
     * @param goods which goods of few
     * @param size how much
     * @param price minor units
     * @param ref which earlier fact it is about
     */
    public record Step(int kind, int day, int goods, int size, int price, int ref) {}

    /** A policy and a history that it accepts. */
    public record History(ValuationPolicy policy, ImmutableList<StockEvent> events) {}

    private static ItemTerms item(String id) {
        return ItemTerms.of(id)
                .firstCost(new Cost.Each(Rational.of(700)))
                .standardCost(new Cost.Each(Rational.of(901, 2)))
                .measures(Rational.of(2), Rational.of(3));
    }

    /** Steps of all kinds. */
    public static Arbitrary<List<Step>> steps(int most) {
        return steps(most, 15);
    }

    /** Receipts and issues of whole quantities at whole prices, price corrections and cancellations; of goods A alone. */
    public static Arbitrary<List<Step>> plainSteps(int most) {
        return steps(most, 7)
                .map(steps -> steps.stream()
                        .map(s -> new Step(s.kind(), s.day(), 0, s.size() * 2, s.price(), s.ref()))
                        .toList());
    }

    private static Arbitrary<List<Step>> steps(int most, int kinds) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, kinds - 1),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(1, 24),
                        Arbitraries.integers().between(0, 3000),
                        Arbitraries.integers().between(0, 30))
                .as(Step::new)
                .list()
                .ofMaxSize(most);
    }

    /** Any combination of choices that restate. */
    public static Arbitrary<ValuationPolicy> policies() {
        Arbitrary<ValuationPolicy> basic = Combinators.combine(
                        Arbitraries.of(ValuationMethod.class),
                        Arbitraries.of(PoolRule.class),
                        Arbitraries.of(NegativeStock.class),
                        Arbitraries.of(ReturnCost.class),
                        Arbitraries.of(ReturnCost.class),
                        Arbitraries.of(LandedCostRule.class),
                        Arbitraries.of(SameInstant.class),
                        Arbitraries.of(ShareRule.class))
                .as((method, pool, negative, customer, vendor, landed, instant, shares) -> ValuationPolicy.of(method)
                        .pool(pool)
                        .negative(negative)
                        .returns(customer, vendor)
                        .landedCost(landed)
                        .sameInstant(instant)
                        .shares(shares));
        return Combinators.combine(basic, Arbitraries.of(PriceDifference.class)).as(ValuationPolicy::priceDifference);
    }

    /** Policies of all kinds, those included that restate nothing, each with a history that it accepts. */
    public static Arbitrary<History> histories(int most) {
        Arbitrary<ValuationPolicy> all = Combinators.combine(policies(), Arbitraries.of(true, false, false))
                .as((policy, late) -> late ? policy.asRecorded(LandedCostRule.REMAINING_AT_EVENT) : policy);
        return Combinators.combine(all, steps(most))
                .as((policy, steps) -> new History(policy, accepted(policy, steps)));
    }

    /** The facts that the steps make, one after the other, leaving out those that the policy refuses. */
    public static ImmutableList<StockEvent> accepted(ValuationPolicy policy, List<Step> steps) {
        MutableList<StockEvent> events = Lists.mutable.empty();
        for (Step step : steps) {
            StockEvent event = event(events.size() + 1L, step);
            events.add(event);
            if (!Valuation.of(events, ITEMS, policy, CURRENCY).isAccepted()) {
                events.remove(events.size() - 1);
            }
        }
        return events.toImmutable();
    }

    private static Goods goods(int number) {
        return Goods.of(number % 2 == 0 ? "A" : "B")
                .in(number / 2 % 2 == 0 ? "north" : "south")
                .lot(number / 4 == 0 ? "L1" : "L2");
    }

    private static StockEvent event(long number, Step step) {
        LocalDateTime at = START.plusDays(step.day());
        Goods goods = goods(step.goods());
        Rational quantity = Rational.of(step.size(), 2);
        Cost.Each each = new Cost.Each(Rational.of(step.price()));
        return switch (step.kind()) {
            case 0, 1, 2 -> new StockEvent.Receipt(number, at, goods, quantity, Optional.of(each));
            case 3, 4 -> new StockEvent.Issue(number, at, goods, quantity);
            default -> about(number, at, step, Math.max(1, number - step.ref()));
        };
    }

    /** One fact, or the one before it as well; of another item as often as not. */
    private static ImmutableList<Long> receipts(long of, Step step) {
        return step.size() % 3 == 0 && of > 1 ? Lists.immutable.of(of, of - 1) : Lists.immutable.of(of);
    }

    private static StockEvent about(long number, LocalDateTime at, Step step, long of) {
        Goods goods = goods(step.goods());
        Rational quantity = Rational.of(step.size(), 2);
        Cost.Each each = new Cost.Each(Rational.of(step.price(), 3));
        return switch (step.kind()) {
            case 5 -> new StockEvent.PriceCorrection(number, at, of, new Cost.Each(Rational.of(step.price())));
            case 6 -> new StockEvent.Cancel(number, at, of);
            case 7 -> new StockEvent.QuantityCorrection(number, at, of, quantity);
            case 8 -> new StockEvent.CustomerReturn(number, at, goods, quantity, of);
            case 9 -> new StockEvent.VendorReturn(number, at, goods, quantity, of);
            case 10 -> new StockEvent.Bill(number, at, of, quantity, each);
            case 11 ->
                new StockEvent.LandedCost(
                        number, at, receipts(of, step), step.price(), BASES.get(step.ref() % BASES.size()));
            case 12 -> new StockEvent.Transfer(number, at, goods, goods(step.goods() ^ 2), quantity);
            case 13 ->
                new StockEvent.Production(
                        number,
                        at,
                        Lists.immutable.of(new StockEvent.Part(goods, quantity)),
                        Lists.immutable.of(
                                new StockEvent.Output(goods(step.goods() ^ 1), quantity, Rational.of(2)),
                                new StockEvent.Output(goods(step.goods() ^ 3), Rational.ONE, Rational.ONE)),
                        step.ref());
            default -> new StockEvent.Count(number, at, goods, quantity.subtract(Rational.of(1, 2)), Optional.empty());
        };
    }
}
