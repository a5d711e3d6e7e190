package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What a receipt costs: at the price it came with or was corrected to, as far as it is billed at the price of the bill. */
final class ReceiptCost {
    private Optional<Cost> cost;
    private Rational billed = Rational.ZERO;
    private long billedValue;
    private final MutableList<CostNode> bills = Lists.mutable.empty();

    ReceiptCost(Optional<Cost> cost) {
        this.cost = cost;
    }

    void replace(Cost other) {
        cost = Optional.of(other);
    }

    /** What was so much in all for so many is from now on so much each. */
    void spread(Rational quantity) {
        cost = cost.map(c -> quantity.isZero() ? c : c.each(quantity));
    }

    void bill(long number, Rational quantity, Cost.Each price) {
        bills.add(CostNode.leaf(CostSource.BILL, number, quantity, price.of(quantity)));
        billed = billed.add(quantity);
        billedValue = Math.addExact(billedValue, price.of(quantity));
    }

    /** What so many cost in minor units; empty when nobody has told yet. */
    Optional<Long> value(Rational quantity) {
        if (billed.compareTo(quantity) >= 0 && !billed.isZero()) {
            return Optional.of(Shares.part(billedValue, quantity, billed));
        }
        Rational rest = quantity.subtract(billed);
        if (cost.isEmpty()) {
            return billed.isZero() ? Optional.empty() : Optional.of(billedValue);
        }
        long restValue = cost.get() instanceof Cost.Total total
                ? Shares.part(total.minor(), rest, quantity)
                : cost.get().of(rest);
        return Optional.of(Math.addExact(billedValue, restValue));
    }

    /** The bills, and what is not billed at the price; empty when nobody has told yet or more is billed than came. */
    ImmutableList<CostNode> components(long receipt, Rational quantity) {
        Optional<Long> whole = value(quantity);
        if (whole.isEmpty() || billed.compareTo(quantity) > 0) {
            return Lists.immutable.empty();
        }
        long rest = whole.get() - billedValue;
        return rest == 0
                ? bills.toImmutable()
                : bills.toImmutable()
                        .newWith(CostNode.leaf(CostSource.PRICE, receipt, quantity.subtract(billed), rest));
    }
}
