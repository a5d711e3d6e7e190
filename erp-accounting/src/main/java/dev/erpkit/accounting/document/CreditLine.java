package dev.erpkit.accounting.document;

import dev.erpkit.core.quantity.Rational;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * How much of a line is to be credited: a quantity, an amount without taxes, or all that remains when neither is said.
 *
 * @param line the number of the line in the original
 * @param quantity so many of its units
 * @param amount so much of its amount without taxes, in the currency of the original
 */
public record CreditLine(int line, Optional<Rational> quantity, Optional<MonetaryAmount> amount) {
    /** All that remains of a line. */
    public static CreditLine rest(int line) {
        return new CreditLine(line, Optional.empty(), Optional.empty());
    }

    /** A quantity of a line, such as {@code quantity(1, "2")}. */
    public static CreditLine quantity(int line, String quantity) {
        return new CreditLine(line, Optional.of(Rational.parse(quantity)), Optional.empty());
    }

    /** An amount of a line, without taxes. */
    public static CreditLine amount(int line, MonetaryAmount amount) {
        return new CreditLine(line, Optional.empty(), Optional.of(amount));
    }
}
