package dev.erpkit.accounting.tax;

import dev.erpkit.core.value.InvalidValueException;

/** What of the prices of a document is rounded, and when. */
public enum PriceRounding {
    /** The price of each line before it is taxed; tax is that of the rounded price. */
    EACH_PRICE("line-prices"),
    /** The price of each line after it was taxed as it is, as Tryton does when it rounds tax by document. */
    EACH_AFTER_TAX("line-prices-after-tax"),
    /** The sum of all prices, once; each is taxed as it is, and the lines share what comes out. */
    ALL_PRICES("document-prices"),
    /**
     * As {@link #ALL_PRICES}, but of lines with taxes both in their price and on top of it the net price: the price that
     * was given may then move by a unit, as it does in Odoo.
     */
    NET_WHERE_MIXED("document-mixed");

    private final String text;

    PriceRounding(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code line-prices}. */
    public String text() {
        return text;
    }

    /**
     * The rounding with this stable name.
     *
     * @throws InvalidValueException {@code tax.unknown-price-rounding}
     */
    public static PriceRounding parse(String text) {
        for (PriceRounding rounding : values()) {
            if (rounding.text.equals(text)) {
                return rounding;
            }
        }
        throw new InvalidValueException(
                "PriceRounding", "text", "tax.unknown-price-rounding", "is not the name of a price rounding: " + text);
    }
}
