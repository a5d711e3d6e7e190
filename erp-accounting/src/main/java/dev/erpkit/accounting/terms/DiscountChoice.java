package dev.erpkit.accounting.terms;

import dev.erpkit.core.money.Amounts;
import java.math.BigInteger;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The amount of a discount.
 *
 * @param reason why, or why none
 * @param minor minor units, with the sign of the invoice's total
 */
record DiscountChoice(DiscountReason reason, long minor) {
    /** Counts in sizes; the sign of the total is put back at the end. */
    static DiscountChoice of(
            CashDiscount discount,
            DiscountBasis invoice,
            DiscountStep step,
            ImmutableList<DiscountPayment> earlier,
            boolean inTime,
            long payment) {
        long total = Amounts.minor(invoice.total());
        int sign = Long.signum(total);
        long whole = sign * Amounts.minor(discount.of(invoice, step));
        long given = 0;
        long paid = 0;
        for (DiscountPayment before : earlier) {
            given = Math.addExact(given, sign * Amounts.minor(before.discount()));
            paid = Math.addExact(paid, sign * Amounts.minor(before.amount()));
        }
        long open = Math.subtractExact(Math.subtractExact(sign * total, paid), given);
        long amount = sign * payment;
        if (whole <= 0 || open <= 0 || amount <= 0) {
            return new DiscountChoice(DiscountReason.NOTHING, 0);
        }
        if (amount >= open) {
            return new DiscountChoice(DiscountReason.NOT_TAKEN, 0);
        }
        if (discount.partial() == PartialPayments.PROPORTIONAL) {
            return proportional(sign, sign * total, whole, given, open, amount, discount, invoice);
        }
        if (given != 0) {
            return new DiscountChoice(DiscountReason.GIVEN_BEFORE, 0);
        }
        boolean alone = discount.partial() == PartialPayments.ONE_PAYMENT ? earlier.isEmpty() : inTime;
        boolean whollyPaid = amount >= open - whole;
        return alone && whollyPaid
                ? new DiscountChoice(DiscountReason.GRANTED, sign * Math.min(whole, open - amount))
                : new DiscountChoice(DiscountReason.NOT_IN_FULL, 0);
    }

    /** The payment's share, at most what is left of the whole discount and of the invoice. */
    private static DiscountChoice proportional(
            int sign,
            long total,
            long whole,
            long given,
            long open,
            long amount,
            CashDiscount discount,
            DiscountBasis invoice) {
        long left = whole - given;
        if (left <= 0) {
            return new DiscountChoice(DiscountReason.GIVEN_BEFORE, 0);
        }
        boolean completes = amount >= open - left;
        long share = completes
                ? left
                : Math.min(
                        left,
                        discount.rounding()
                                .minor(
                                        BigInteger.valueOf(amount).multiply(BigInteger.valueOf(whole)),
                                        BigInteger.valueOf(total - whole),
                                        invoice.currency()));
        long earned = Math.min(share, open - amount);
        return earned == 0
                ? new DiscountChoice(DiscountReason.NOTHING, 0)
                : new DiscountChoice(DiscountReason.GRANTED, sign * earned);
    }
}
