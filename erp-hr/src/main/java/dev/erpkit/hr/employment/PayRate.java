package dev.erpkit.hr.employment;

import dev.erpkit.core.value.InvalidValueException;
import javax.money.MonetaryAmount;

/**
 * What a contract pays. Its text never shows the amount.
 *
 * @param amount the gross amount, not below zero
 * @param per for how much work
 */
public record PayRate(MonetaryAmount amount, Per per) {
    /** What an amount is paid for. */
    public enum Per {
        /** An hour. */
        HOUR,
        /** A day. */
        DAY,
        /** A month. */
        MONTH,
        /** A year. */
        YEAR
    }

    /** Checks the amount: {@code employment.pay}. */
    public PayRate {
        if (amount.isNegative()) {
            throw new InvalidValueException("PayRate", "amount", "employment.pay", "must not be below zero");
        }
    }

    @Override
    public String toString() {
        return "PayRate[" + per + "]";
    }
}
