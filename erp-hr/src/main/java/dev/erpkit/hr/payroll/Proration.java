package dev.erpkit.hr.payroll;

import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * How pay for a period is cut down to part of it: what is counted. Nobody agrees on one; each is a policy with a name.
 *
 * <p>Worked: 300,000 for July, from the 17th on: by calendar days 15/31, by 30ths 15/30, by 12 of 23 working days 12/23.
 */
public enum Proration {
    /** Calendar days of the part over those of the period. */
    CALENDAR_DAYS("calendar-days"),
    /** Working days of the part over those of the period. */
    WORKING_DAYS("working-days"),
    /** Hours of the part over the hours agreed for the period. */
    HOURS("hours"),
    /** Calendar days of the part over 30, whatever the month has, and never more than the whole. */
    THIRTIETHS("thirtieths");

    private final String text;

    Proration(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code working-days}. */
    public String text() {
        return text;
    }

    /**
     * The policy with this name.
     *
     * @throws InvalidValueException {@code payroll.unknown-proration}
     */
    public static Proration parse(String text) {
        for (Proration policy : values()) {
            if (policy.text.equals(text)) {
                return policy;
            }
        }
        throw new InvalidValueException(
                "Proration", "text", "payroll.unknown-proration", "is not the name of a proration: " + text);
    }

    /**
     * The share of a period that a part is.
     *
     * @param part what this policy counts, in the part; not below zero and not above the whole
     * @param whole the same in the period; above zero
     * @return 0 to 1
     * @throws InvalidValueException {@code payroll.proration}
     */
    public Rational share(Rational part, Rational whole) {
        if (part.signum() < 0 || whole.signum() <= 0 || part.compareTo(whole) > 0) {
            throw new InvalidValueException(
                    "Proration", "part", "payroll.proration", "must be from zero to the whole, which is above zero");
        }
        if (part.equals(whole)) {
            return Rational.ONE;
        }
        Rational share = part.divide(this == THIRTIETHS ? Rational.of(30) : whole);
        return share.compareTo(Rational.ONE) > 0 ? Rational.ONE : share;
    }

    /** Full pay cut down to a share, in minor units. */
    public static long amount(long full, Rational share, RoundingPolicy rounding, CurrencyUnit currency) {
        return rounding.share(full, share.longNumerator(), share.longDenominator(), currency);
    }

    /**
     * Full pay over the parts of a whole period: each but the last is rounded by itself, the last takes what is left, so that
     * the parts sum to the full pay exactly.
     *
     * @param parts what is counted in each part
     */
    public long[] partition(long full, ImmutableList<Rational> parts, RoundingPolicy rounding, CurrencyUnit currency) {
        Rational whole = parts.injectInto(Rational.ZERO, Rational::add);
        long[] amounts = new long[parts.size()];
        long left = full;
        for (int i = 0; i < amounts.length - 1; i++) {
            long amount = amount(full, share(parts.get(i), whole), rounding, currency);
            amounts[i] = full < 0 ? Math.max(left, amount) : Math.min(left, amount);
            left -= amounts[i];
        }
        if (amounts.length > 0) {
            amounts[amounts.length - 1] = left;
        }
        return amounts;
    }
}
