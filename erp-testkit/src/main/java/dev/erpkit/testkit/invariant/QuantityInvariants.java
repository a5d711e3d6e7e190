package dev.erpkit.testkit.invariant;

import dev.erpkit.core.quantity.Quantity;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.quantity.UnitOfMeasure;
import dev.erpkit.inventory.item.Units;
import dev.erpkit.inventory.move.Counted;
import dev.erpkit.inventory.move.StockFact;
import dev.erpkit.inventory.move.StockLevels;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.ValuationLedger;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What holds of quantities: of conversions, splits, counts and productions. */
public final class QuantityInvariants {
    private QuantityInvariants() {}

    /** There and back is the same, and quantity times price is the same in every unit. */
    public static ImmutableList<Finding> conversionIsExact(
            Units units, Quantity quantity, UnitOfMeasure other, Rational price) {
        Quantity there = units.convert(quantity, other).orElseThrow();
        Quantity back = units.convert(there, quantity.unit()).orElseThrow();
        Rational otherPrice = units.price(price, quantity.unit(), other).orElseThrow();
        boolean same = back.equals(quantity)
                && there.number().multiply(otherPrice).equals(quantity.number().multiply(price));
        return same
                ? Lists.immutable.empty()
                : Lists.immutable.of(new Finding("unit-exact", quantity + " in " + other, back + " at " + otherPrice));
    }

    /** Parts sum to the whole, and all but one of them are whole steps. */
    public static ImmutableList<Finding> partsAreTheWhole(
            Rational whole, ImmutableList<Rational> parts, Rational step) {
        Rational sum = parts.injectInto(Rational.ZERO, Rational::add);
        boolean ok = sum.equals(whole) && parts.count(part -> !part.divide(step).isWhole()) <= 1;
        return ok
                ? Lists.immutable.empty()
                : Lists.immutable.of(new Finding("unit-parts", whole.toString(), parts + " in steps of " + step));
    }

    /** What was counted is there right after the count, whatever else is known. */
    public static ImmutableList<Finding> countsHold(ImmutableList<? extends StockFact> facts) {
        ImmutableList<Counted> counts = facts.selectInstancesOf(Counted.class);
        return counts.select(count ->
                        facts.noneSatisfy(later -> later.at().equals(count.at()) && later.number() > count.number()))
                .select(count ->
                        !StockLevels.asOf(facts, count.at()).at(count.place()).equals(count.quantity()))
                .collect(count -> new Finding("count-holds", count.place().toString(), "counted " + count.quantity()));
    }

    /** What a production that holds gives is worth what it took and its further cost. */
    public static ImmutableList<Finding> productionsConserve(
            ImmutableList<? extends StockEvent> events, ValuationLedger ledger) {
        return events.selectInstancesOf(StockEvent.Production.class)
                .select(production -> ledger.effective(production.number()).isPresent())
                .select(production -> {
                    long in = ledger.costs().getIfAbsentValue(production.number(), 0L) + production.extra();
                    long out = ledger.inbound().getIfAbsentValue(production.number(), 0L)
                            + ledger.variances().getIfAbsentValue(production.number(), 0L);
                    return in != out;
                })
                .collect(production -> new Finding(
                        "production-conserves", "event " + production.number(), "gives what it did not take"));
    }

    /** No pool is ever below nothing. */
    public static ImmutableList<Finding> neverBelowNothing(ValuationLedger ledger) {
        return ledger.history()
                .select(balance -> balance.quantity().signum() < 0)
                .collect(balance ->
                        new Finding("stock-forbidden", balance.pool().toString(), "falls to " + balance.quantity()));
    }
}
