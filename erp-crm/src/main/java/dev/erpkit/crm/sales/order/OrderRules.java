package dev.erpkit.crm.sales.order;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.collections.api.block.function.Function;
import org.eclipse.collections.api.list.ImmutableList;

/** What may happen to an order; pure functions that say why not. */
public final class OrderRules {
    private static final Rational HUNDRED = Rational.of(100);

    private OrderRules() {}

    /**
     * Whether goods may be handed over: {@code order.over-delivery} beyond what was ordered and the tolerance,
     * {@code order.quantities}.
     */
    public static Optional<Refusal> deliver(Order order, ImmutableList<LineQuantity> quantities) {
        return lines(order, quantities)
                .or(() -> first(quantities, some -> {
                    Rational most = most(order, order.line(some.line()));
                    return some.quantity().compareTo(most) > 0
                            ? Optional.of(OrderRefusals.overDelivery(order.id(), some, most))
                            : Optional.empty();
                }));
    }

    /** What may still be delivered of a line, with the tolerance. */
    static Rational most(Order order, LineProgress line) {
        BigDecimal percent = order.terms().overDelivery().add(BigDecimal.valueOf(100));
        Rational limit = line.asked().multiply(Rational.of(percent).divide(HUNDRED));
        return limit.subtract(line.net());
    }

    /** Whether goods may come back: {@code order.return-too-much} beyond what the customer has, {@code order.quantities}. */
    public static Optional<Refusal> takeBack(Order order, ImmutableList<LineQuantity> quantities) {
        return lines(order, quantities)
                .or(() -> first(quantities, some -> {
                    Rational kept = order.line(some.line()).kept();
                    return some.quantity().compareTo(kept) > 0
                            ? Optional.of(OrderRefusals.returnTooMuch(order.id(), some, kept))
                            : Optional.empty();
                }));
    }

    /** Whether it may be cancelled: {@code order.cancel-too-much} beyond what is on back order, {@code order.quantities}. */
    public static Optional<Refusal> cancel(Order order, ImmutableList<LineQuantity> quantities) {
        return lines(order, quantities)
                .or(() -> first(quantities, some -> {
                    Rational open = order.line(some.line()).backOrder();
                    return some.quantity().compareTo(open) > 0
                            ? Optional.of(OrderRefusals.cancelTooMuch(order.id(), some, open))
                            : Optional.empty();
                }));
    }

    private static Optional<Refusal> first(
            ImmutableList<LineQuantity> quantities, Function<LineQuantity, Optional<Refusal>> rule) {
        return quantities.collect(rule).detectOptional(Optional::isPresent).flatMap(found -> found);
    }

    /** Whether each names a line of the order, once, with a quantity above zero: {@code order.quantities}. */
    static Optional<Refusal> lines(Order order, ImmutableList<LineQuantity> quantities) {
        boolean wrong = quantities.isEmpty()
                || quantities.collect(LineQuantity::line).distinct().size() < quantities.size()
                || quantities.anySatisfy(
                        some -> !order.hasLine(some.line()) || some.quantity().signum() <= 0);
        return wrong ? Optional.of(OrderRefusals.quantities(order.id())) : Optional.empty();
    }
}
