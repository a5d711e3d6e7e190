package dev.erpkit.accounting.declaration;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * What one tax of a document puts into one box. A box that takes the base alone gets a line without tax, a box that takes the
 * tax alone one without base.
 *
 * @param code the tax, 1 to 64 characters
 * @param box the box, 1 to 64 characters
 * @param currency the currency of the declaration, which is the base currency of the book
 * @param baseMinor what is taxed, in minor units, with the sign that the box adds
 * @param taxMinor the tax, in minor units, with the sign that the box adds
 */
public record TaxLine(String code, String box, CurrencyUnit currency, long baseMinor, long taxMinor) {
    /** Checks the names ({@code tax-fact.form}). */
    public TaxLine {
        check("code", code);
        check("box", box);
    }

    /**
     * A line of these amounts.
     *
     * @throws InvalidValueException {@code tax-fact.currency} when they differ in currency, {@code amount.too-many-decimals}
     */
    public static TaxLine of(String code, String box, MonetaryAmount base, MonetaryAmount tax) {
        if (!base.getCurrency().equals(tax.getCurrency())) {
            throw new InvalidValueException("TaxLine", "tax", "tax-fact.currency", "must have the currency of the base");
        }
        return new TaxLine(code, box, base.getCurrency(), Amounts.minor(base), Amounts.minor(tax));
    }

    /** The line that takes this one back. */
    public TaxLine negate() {
        return new TaxLine(code, box, currency, Math.negateExact(baseMinor), Math.negateExact(taxMinor));
    }

    static void check(String path, String text) {
        if (text.isBlank() || text.length() > 64 || !Texts.isLabel(text)) {
            throw new InvalidValueException(
                    "TaxLine", path, "tax-fact.form", "must have 1 to 64 characters and no control characters");
        }
    }
}
