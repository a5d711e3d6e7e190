package dev.erpkit.accounting.interchange;

import java.math.BigDecimal;

/**
 * A quantity of a commodity as written; 1.0 EUR and 1.00 EUR differ.
 *
 * @param quantity the number, with a scale of 0 or more
 * @param commodity the symbol without quotes, such as {@code EUR}, {@code $} or {@code ACME 2020}; may be empty
 */
public record PlainAmount(BigDecimal quantity, String commodity) {
    /** Checks the symbol and writes powers of ten out. */
    public PlainAmount {
        PlainText.commodity("PlainAmount", commodity);
        if (quantity.scale() < 0) {
            quantity = quantity.setScale(0);
        }
    }

    /** An amount such as {@code of("10.00", "EUR")}. */
    public static PlainAmount of(String quantity, String commodity) {
        return new PlainAmount(new BigDecimal(quantity), commodity);
    }

    /** Canonical text: number, blank, symbol, in quotes where it needs them. */
    @Override
    public String toString() {
        return PlainTextWriter.text(this);
    }
}
