package dev.erpkit.inventory.replenishment;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import java.util.Optional;
import org.immutables.value.Value;

/** When an item is ordered at a place, and how much. Quantities are in its stock unit. */
@ErpValue
@Value.Immutable
public sealed interface ReorderRule permits ImmutableReorderRule {
    /** The minimum, or reorder point. */
    Rational min();

    /** Up to where it is filled, the minimum or more. */
    Rational max();

    /** When the minimum is reached. */
    Trigger trigger();

    /** What is ordered at once whatever is missing, as often as it takes to reach the minimum; fills up to max without. */
    Optional<Rational> fixedQuantity();

    /** What the vendor sells multiples of. */
    Optional<Rational> multiple();

    /** What becomes of an order that is no multiple. */
    MultipleRounding rounding();

    /** The least that the vendor sells. */
    Optional<Rational> leastOrder();

    /**
     * Checks {@code replenishment.min-above-max}, that the others are above zero ({@code replenishment.quantity}), and that a
     * fixed quantity is not given sizes beside it ({@code replenishment.fixed-quantity}): it is a size itself.
     */
    @Value.Check
    default void check() {
        if (min().compareTo(max()) > 0) {
            throw new InvalidValueException(
                    "ReorderRule", "max", "replenishment.min-above-max", "must be the minimum or more: " + max());
        }
        if (isNotAboveZero(fixedQuantity()) || isNotAboveZero(multiple()) || isNotAboveZero(leastOrder())) {
            throw new InvalidValueException(
                    "ReorderRule", "multiple", "replenishment.quantity", "must be above zero where it is given");
        }
        if (fixedQuantity().isPresent()
                && (multiple().isPresent() || leastOrder().isPresent())) {
            throw new InvalidValueException(
                    "ReorderRule",
                    "fixedQuantity",
                    "replenishment.fixed-quantity",
                    "must stand without a multiple and a least order");
        }
    }

    private static boolean isNotAboveZero(Optional<Rational> quantity) {
        return quantity.map(q -> q.signum() <= 0).orElse(false);
    }

    /**
     * What to order.
     *
     * @param projected the stock that there will be: on hand, and what is coming, and less what is going
     */
    default OrderProposal propose(Rational projected) {
        Rational order = triggers(projected) ? sized(missing(projected)) : Rational.ZERO;
        Rational after = projected.add(order);
        TraceStep trace = TraceStep.of("replenishment.order", order)
                .with("projected", projected)
                .with("min", min())
                .with("max", max())
                .with("trigger", trigger().text())
                .with("after", after);
        return new OrderProposal(order, after, trace);
    }

    private boolean triggers(Rational projected) {
        int order = projected.compareTo(min());
        return trigger() == Trigger.BELOW ? order < 0 : order <= 0;
    }

    private Rational missing(Rational projected) {
        if (fixedQuantity().isEmpty()) {
            return max().subtract(projected);
        }
        Rational fixed = fixedQuantity().get();
        Rational gap = min().subtract(projected);
        return trigger() == Trigger.BELOW
                ? Steps.up(gap, fixed)
                : Steps.down(gap, fixed).add(fixed);
    }

    private Rational sized(Rational missing) {
        Rational cut = multiple()
                .map(step -> rounding() == MultipleRounding.UP ? Steps.up(missing, step) : Steps.down(missing, step))
                .orElse(missing);
        if (cut.signum() <= 0 || leastOrder().isEmpty()) {
            return Steps.max(cut, Rational.ZERO);
        }
        Rational least = multiple()
                .map(step -> Steps.up(leastOrder().get(), step))
                .orElse(leastOrder().get());
        return Steps.max(cut, least);
    }

    /** A builder; triggers below the minimum and rounds multiples up unless said otherwise. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a rule. */
    final class Builder extends ImmutableReorderRule.Builder {
        Builder() {
            trigger(Trigger.BELOW);
            rounding(MultipleRounding.UP);
        }
    }
}
