package dev.erpkit.crm.sales.price;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Discounts one after the other. Nothing is rounded on the way. They never take more than the cap, and never more than all.
 *
 * @param mode how they stack
 * @param steps the discounts, at most 20
 * @param cap the most that all together take off, in percents of the price, 0 to 100
 */
public record DiscountChain(DiscountMode mode, ImmutableList<Discount> steps, BigDecimal cap) {
    private static final BigDecimal ALL = new BigDecimal("100");
    private static final DiscountChain NONE =
            new DiscountChain(DiscountMode.MULTIPLICATIVE, Lists.immutable.empty(), ALL);

    /** Checks number of steps and cap: {@code sales.discount-chain}. */
    public DiscountChain {
        if (steps.size() > 20 || cap.signum() < 0 || cap.compareTo(ALL) > 0) {
            throw new InvalidValueException(
                    "DiscountChain",
                    "steps",
                    "sales.discount-chain",
                    "must be at most 20 with a cap of 0 to 100 percent");
        }
        cap = Percents.canonical(cap);
    }

    /** No discount. */
    public static DiscountChain none() {
        return NONE;
    }

    /** Discounts that stack this way, up to the whole price. */
    public static DiscountChain of(DiscountMode mode, Discount... steps) {
        return new DiscountChain(mode, Lists.immutable.with(steps), ALL);
    }

    /** Percents, each off what the one before has left. */
    public static DiscountChain percents(String... percents) {
        return new DiscountChain(
                DiscountMode.MULTIPLICATIVE, Lists.immutable.with(percents).collect(Discount::percent), ALL);
    }

    /** The same chain with a cap in percents. */
    public DiscountChain cappedAt(String percent) {
        return new DiscountChain(mode, steps, new BigDecimal(percent));
    }

    /**
     * What is left of a price.
     *
     * @param price zero or more, in major units
     * @param currency that of the price and of every fixed discount
     * @throws InvalidValueException {@code sales.currency} for a fixed discount in another currency
     */
    public Rational apply(Rational price, CurrencyUnit currency) {
        Rational left = price;
        for (Discount step : steps) {
            left = left.subtract(taken(step, mode == DiscountMode.ADDITIVE ? price : left, currency));
        }
        Rational least = price.multiply(Percents.left(cap));
        return left.compareTo(least) < 0 ? least : left;
    }

    private static Rational taken(Discount step, Rational from, CurrencyUnit currency) {
        if (step instanceof Discount.Percent some) {
            return from.multiply(Percents.share(some.percent()));
        }
        Discount.Fixed fixed = (Discount.Fixed) step;
        if (!fixed.amount().getCurrency().equals(currency)) {
            throw new InvalidValueException(
                    "DiscountChain",
                    "steps",
                    "sales.currency",
                    "must be in " + currency.getCurrencyCode() + " as the price");
        }
        return Rational.of(Amounts.decimal(fixed.amount()));
    }

    /** What all together take off, in percents of the price, exact; 0 of a price of zero, below zero for a charge. */
    public Rational percentOff(Rational price, CurrencyUnit currency) {
        return price.isZero()
                ? Rational.ZERO
                : Percents.percent(price.subtract(apply(price, currency)).divide(price));
    }

    TraceStep trace(Rational price, CurrencyUnit currency) {
        return TraceStep.of("sales.discount." + mode.text(), apply(price, currency))
                .with("price", price)
                .with("steps", steps.collect(Discount::text).makeString(" "))
                .with("cap", cap.toPlainString() + "%");
    }

    /** A canonical text: mode, steps and cap. */
    public String text() {
        return steps.isEmpty()
                ? "none"
                : mode.text() + " " + steps.collect(Discount::text).makeString(" + ") + " cap " + cap.toPlainString()
                        + "%";
    }
}
