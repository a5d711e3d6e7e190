package dev.erpkit.accounting.chart;

import dev.erpkit.core.value.InvalidValueException;
import java.util.OptionalLong;

/**
 * Bounds of an account's signed balance in minor units of one currency; reservations count. A bank account that may never
 * be overdrawn has {@code lowest} 0, a credit card with 300,000 credit has {@code lowest} -300,000, a customer with a credit
 * limit has a {@code highest}.
 *
 * @param currency the currency of the bound
 * @param lowest the lowest allowed balance, debit positive
 * @param highest the highest allowed balance, debit positive
 */
public record BalanceLimit(String currency, OptionalLong lowest, OptionalLong highest) {
    /** Checks the form of the currency code ({@code currency.code-form}) and the order of the bounds ({@code limit.range}). */
    public BalanceLimit {
        CurrencyCodes.check("BalanceLimit", "currency", currency);
        if (lowest.isPresent() && highest.isPresent() && lowest.getAsLong() > highest.getAsLong()) {
            throw new InvalidValueException(
                    "BalanceLimit",
                    "highest",
                    "limit.range",
                    "must be " + lowest.getAsLong() + " or more, which is the lowest, but is " + highest.getAsLong());
        }
    }

    /** A balance that never falls below the bound. */
    public static BalanceLimit notBelow(String currency, long lowestMinor) {
        return new BalanceLimit(currency, OptionalLong.of(lowestMinor), OptionalLong.empty());
    }

    /** A balance that never exceeds the bound. */
    public static BalanceLimit notAbove(String currency, long highestMinor) {
        return new BalanceLimit(currency, OptionalLong.empty(), OptionalLong.of(highestMinor));
    }

    /** Tells whether a balance keeps the lower bound. */
    public boolean allowsLow(long balanceMinor) {
        return lowest.isEmpty() || balanceMinor >= lowest.getAsLong();
    }

    /** Tells whether a balance keeps the upper bound. */
    public boolean allowsHigh(long balanceMinor) {
        return highest.isEmpty() || balanceMinor <= highest.getAsLong();
    }
}
