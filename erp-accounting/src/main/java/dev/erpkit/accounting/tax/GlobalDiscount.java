package dev.erpkit.accounting.tax;

import dev.erpkit.core.money.Allocator;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * A discount on a whole document, shared out exactly over its lines by their prices, so that the tax of each rate falls with
 * it. Lines priced below zero get none of it.
 */
public final class GlobalDiscount {
    private GlobalDiscount() {}

    /**
     * The lines with an amount off, in whole minor units.
     *
     * @return the lines, or the refusal {@code tax.discount-exceeds} with the facts {@code discount} and {@code prices}
     */
    public static Outcome<ImmutableList<TaxedLine>> amount(
            ImmutableList<TaxedLine> lines, MonetaryAmount off, RemainderRule remainder) {
        long discount = Amounts.minor(off);
        ImmutableList<Rational> prices =
                lines.collect(line -> line.priced().signum() > 0 ? line.priced() : Rational.ZERO);
        Rational minorOfMajor = Rational.of(BigInteger.TEN.pow(Amounts.digits(off.getCurrency())), BigInteger.ONE);
        Rational sum = prices.injectInto(Rational.ZERO, Rational::add);
        if (Rational.of(discount).compareTo(sum.multiply(minorOfMajor)) > 0) {
            return Outcome.refused(Refusal.of(
                            TaxRefusals.DISCOUNT,
                            "The discount " + Amounts.canonical(off) + " is more than the prices "
                                    + Flattening.text(sum) + "; take at most these off")
                    .with("discount", Amounts.canonical(off))
                    .with("prices", Flattening.text(sum)));
        }
        if (discount == 0) {
            return Outcome.accepted(lines);
        }
        long[] parts = Allocator.allocate(discount, prices, remainder);
        MutableList<TaxedLine> discounted = Lists.mutable.empty();
        for (int i = 0; i < parts.length; i++) {
            TaxedLine line = lines.get(i);
            discounted.add(TaxedLine.builder()
                    .from(line)
                    .discountAmount(
                            line.discountAmount().add(Rational.of(parts[i]).divide(minorOfMajor)))
                    .build());
        }
        return Outcome.accepted(discounted.toImmutable());
    }

    /** The lines with so many per cent of all prices off: the amount is rounded once, then shared out. */
    public static Outcome<ImmutableList<TaxedLine>> percent(
            ImmutableList<TaxedLine> lines,
            BigDecimal percent,
            CurrencyUnit currency,
            RoundingPolicy rounding,
            RemainderRule remainder) {
        Rational sum = lines.collect(line -> line.priced().signum() > 0 ? line.priced() : Rational.ZERO)
                .injectInto(Rational.ZERO, Rational::add);
        Rational off = sum.multiply(Rational.of(percent)).divide(Rational.of(100));
        return amount(lines, Amounts.of(rounding.in(currency).round(off), currency), remainder);
    }
}
