package dev.erpkit.accounting.payment;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import javax.money.MonetaryAmount;

/**
 * How much may be written off without asking, in one currency, and where it goes. Both limits hold.
 *
 * @param reason why, such as {@code small-difference}; named in the trace
 * @param most the greatest amount
 * @param share the greatest share of the item, or of the payment where that is too large: 1/100 for one percent
 * @param loss the account that bears it when we get less or pay more
 * @param gain the account that earns it when we get more or pay less
 */
public record WriteOff(String reason, MonetaryAmount most, Rational share, AccountId loss, AccountId gain) {
    /** Checks the limits: {@code payment.write-off}. */
    public WriteOff {
        if (Amounts.minor(most) < 0
                || share.signum() < 0
                || share.compareTo(Rational.ONE) > 0
                || reason.isBlank()
                || reason.length() > 64) {
            throw new InvalidValueException(
                    "WriteOff",
                    "most",
                    "payment.write-off",
                    "must have a reason of at most 64 characters, no limit below zero and no share above one");
        }
    }

    /** A limit by amount alone. */
    public static WriteOff upTo(MonetaryAmount most, String loss, String gain) {
        return new WriteOff("small-difference", most, Rational.ONE, AccountId.of(loss), AccountId.of(gain));
    }

    /** Whether an amount may be written off of a whole, both in minor units without sign. */
    boolean allows(long amountMinor, long wholeMinor) {
        return amountMinor <= Amounts.minor(most)
                && Rational.of(amountMinor).compareTo(Rational.of(wholeMinor).multiply(share)) <= 0;
    }

    String name() {
        return reason + ":" + Amounts.canonical(most) + ":" + share + ":" + loss + ":" + gain;
    }
}
