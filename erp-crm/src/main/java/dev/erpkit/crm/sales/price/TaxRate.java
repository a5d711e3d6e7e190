package dev.erpkit.crm.sales.price;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.math.BigDecimal;

/**
 * A tax that will be charged on a line, so that an offer can show it; what is due is for the books to say.
 *
 * @param code the code under which the books know it, 1 to 32 characters
 * @param percent the rate, 0 to 1000, exact
 */
public record TaxRate(String code, BigDecimal percent) {
    private static final BigDecimal MOST = new BigDecimal("1000");

    /** Checks code and rate ({@code sales.tax-rate}); a rate has no needless zeros, so that equal rates are equal. */
    public TaxRate {
        if (code.isBlank() || code.length() > 32 || !Texts.isLabel(code)) {
            throw new InvalidValueException(
                    "TaxRate", "code", "sales.tax-rate", "must be a code of 1 to 32 characters with 0 to 1000 percent");
        }
        if (percent.signum() < 0 || percent.compareTo(MOST) > 0) {
            throw new InvalidValueException(
                    "TaxRate",
                    "percent",
                    "sales.tax-rate",
                    "must be a code of 1 to 32 characters with 0 to 1000 percent");
        }
        percent = Percents.canonical(percent);
    }

    /** A rate such as {@code of("standard", "10")}. */
    public static TaxRate of(String code, String percent) {
        return new TaxRate(code, new BigDecimal(percent));
    }

    @Override
    public String toString() {
        return code + " " + percent.toPlainString() + "%";
    }
}
