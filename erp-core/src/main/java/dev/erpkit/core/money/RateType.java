package dev.erpkit.core.money;

import dev.erpkit.core.value.InvalidValueException;

/**
 * What kind of rate an exchange rate is. Hosts add their own, such as a bank's buying and selling rates.
 *
 * @param name a stable name, 1 to 32 characters
 */
public record RateType(String name) implements Comparable<RateType> {
    /** The rate of the day: transactions, and monetary items at a period's end. */
    public static final RateType SPOT = new RateType("spot");

    /** The mean of a period: income and expenses in translation. */
    public static final RateType AVERAGE = new RateType("average");

    /** The rate at the end of a period: assets and liabilities in translation. */
    public static final RateType CLOSING = new RateType("closing");

    /** The rate at the time something was acquired: equity and non-monetary items. */
    public static final RateType HISTORICAL = new RateType("historical");

    /** A rate that was agreed upon, as in a forward contract. */
    public static final RateType CONTRACT = new RateType("contract");

    /** Checks the length. */
    public RateType {
        if (name.isBlank() || name.length() > 32) {
            throw new InvalidValueException("RateType", "name", "rate.type-form", "must have 1 to 32 characters");
        }
    }

    @Override
    public int compareTo(RateType other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
