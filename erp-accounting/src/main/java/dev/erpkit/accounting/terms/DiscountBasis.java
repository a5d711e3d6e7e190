package dev.erpkit.accounting.terms;

import dev.erpkit.core.money.Allocator;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigInteger;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What a document's total is made of, in its currency; all that a cash discount needs to know of the document.
 *
 * @param parts net amounts and taxes; they sum to the total, and the discounted ones do not sum to the other side
 */
public record DiscountBasis(ImmutableList<DiscountPart> parts) {
    /** Checks that there are parts of one currency: {@code discount.basis}. */
    public DiscountBasis {
        if (parts.isEmpty()
                || parts.collect(part -> part.amount().getCurrency()).distinct().size() > 1) {
            throw new InvalidValueException(
                    "DiscountBasis", "parts", "discount.basis", "must have at least one part, all in one currency");
        }
    }

    /** The total. */
    public MonetaryAmount total() {
        return PaymentSchedule.sum(parts.collect(DiscountPart::amount));
    }

    CurrencyUnit currency() {
        return parts.getFirst().amount().getCurrency();
    }

    long sum(DiscountTax policy) {
        long sum = 0;
        for (DiscountPart part : parts.select(policy::covers)) {
            sum = Math.addExact(sum, Amounts.minor(part.amount()));
        }
        return sum;
    }

    /**
     * Divides a discount, given as a gross amount, among the parts that the policy covers, in proportion to them and
     * exactly. Worked: 50.00 of an invoice of 200.00 net and 36.00 tax is 42.37 and 7.63 under {@code included}, and 50.00
     * net under {@code excluded}.
     *
     * @param discount with the sign of the total
     * @return the covered parts, each with its discount
     */
    public ImmutableList<DiscountPart> divide(MonetaryAmount discount, DiscountTax policy, RoundingPolicy rounding) {
        ImmutableList<DiscountPart> covered = parts.select(policy::covers);
        long total = Amounts.minor(discount);
        long sum = sum(policy);
        if (sum == 0) {
            if (total != 0) {
                throw new InvalidValueException(
                        "DiscountBasis", "parts", "discount.basis", "must have something to discount");
            }
            return covered.collect(part -> part.of(Amounts.zero(currency())));
        }
        long[] shares = new long[covered.size()];
        long[] weights = new long[covered.size()];
        long left = total;
        // parts against the sign of the whole, such as the second leg of a reverse charge, are rounded by themselves
        for (int i = 0; i < shares.length; i++) {
            long part = Amounts.minor(covered.get(i).amount());
            if (Long.signum(part) == -Long.signum(sum)) {
                shares[i] = rounding.minor(
                        BigInteger.valueOf(part).multiply(BigInteger.valueOf(total * Long.signum(sum))),
                        BigInteger.valueOf(Math.absExact(sum)),
                        currency());
                left = Math.subtractExact(left, shares[i]);
            } else {
                weights[i] = Math.absExact(part);
            }
        }
        long[] others = Allocator.allocate(left, weights, RemainderRule.LARGEST_REMAINDER);
        return covered.collectWithIndex(
                (part, i) -> part.of(Amounts.ofMinor(Math.addExact(shares[i], others[i]), currency())));
    }

    /** The size of a share of what the policy covers, rounded, with the sign of that. */
    long share(Rational share, DiscountTax policy, RoundingPolicy rounding) {
        return of(sum(policy), share, rounding);
    }

    /** The same basis whose discounted taxes are less by their share. */
    DiscountBasis taxesLess(Rational share, RoundingPolicy rounding) {
        return new DiscountBasis(parts.collect(part -> {
            if (!part.tax() || !part.discounted()) {
                return part;
            }
            long minor = Amounts.minor(part.amount());
            return part.of(Amounts.ofMinor(Math.subtractExact(minor, of(minor, share, rounding)), currency()));
        }));
    }

    /** A share of minor units; the size is rounded, so that a credit note is the invoice negated. */
    private long of(long minor, Rational share, RoundingPolicy rounding) {
        long size = rounding.minor(
                BigInteger.valueOf(Math.absExact(minor)).multiply(share.numerator()), share.denominator(), currency());
        return minor < 0 ? -size : size;
    }
}
