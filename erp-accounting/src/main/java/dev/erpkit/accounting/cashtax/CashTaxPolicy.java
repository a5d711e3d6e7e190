package dev.erpkit.accounting.cashtax;

import dev.erpkit.accounting.period.LockedDatePolicy;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.value.InvalidValueException;
import java.util.Locale;

/**
 * How tax is recognised on payment.
 *
 * @param rate at which rate a foreign tax is recognised
 * @param day on which day
 * @param locked what becomes of a day under a lock
 * @param rounding how what is recognised in all is rounded; a payment gets the difference to what was recognised before
 */
public record CashTaxPolicy(Rate rate, Day day, LockedDatePolicy locked, RoundingPolicy rounding) {
    /** At which rate a tax in another currency is recognised. */
    public enum Rate {
        /** At the rate of the document: what is recognised in all is what the document posted. */
        DOCUMENT,
        /** At the rate of each payment: the difference to what the document posted is told apart. */
        PAYMENT
    }

    /** On which day tax is recognised. What an undone match takes back counts on the day of the undoing. */
    public enum Day {
        /** On the day of the payment, also when the document is later. */
        PAYMENT,
        /** On the day of the payment or of the document, whichever is later. */
        LATER_OF_BOTH
    }

    /** The rate of the document, the day of the payment or the first open day after it, half up. */
    public static CashTaxPolicy standard() {
        return new CashTaxPolicy(
                Rate.DOCUMENT,
                Day.PAYMENT,
                LockedDatePolicy.FIRST_OPEN_DAY,
                RoundingPolicy.toCurrency(RoundingRule.HALF_UP));
    }

    /** The same policy at another rate. */
    public CashTaxPolicy at(Rate other) {
        return new CashTaxPolicy(other, day, locked, rounding);
    }

    /** The same policy on another day. */
    public CashTaxPolicy on(Day other) {
        return new CashTaxPolicy(rate, other, locked, rounding);
    }

    /** The stable name, such as {@code cash-tax rate=document day=payment locked=first-open-day rounding=half-up:currency}. */
    public String name() {
        return "cash-tax rate=" + lower(rate) + " day=" + lower(day) + " locked=" + lower(locked) + " rounding="
                + rounding.name();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static InvalidValueException unknown(String type, String name) {
        return new InvalidValueException(type, "name", "cash-tax.unknown-name", "is not a name of it: " + name);
    }
}
