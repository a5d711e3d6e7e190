package dev.erpkit.accounting.tax;

import dev.erpkit.core.value.InvalidValueException;

/** How often tax is rounded in a document. */
public enum TaxGranularity {
    /** Each tax of each line; totals are sums of rounded figures. */
    LINE("line"),
    /**
     * All taxes of each line together; each is rounded too, and the first takes the difference: two taxes of 10.4 are 11 and
     * 10, as Tryton does when it rounds tax by line.
     */
    LINE_SUM("line-sum"),
    /** Each tax once in a document; the lines share what comes out. */
    TAX("tax"),
    /** Each account that taxes go to once in a document, at whatever rates: taxes of items at rates of their own. */
    ACCOUNT("account"),
    /**
     * Each rate once in a document, whatever taxes have it; they share what comes out, and so do their lines. The rate of a
     * group of percent taxes is that of all its children together; one per cent under two treatments is two rates.
     */
    RATE("rate");

    private final String text;

    TaxGranularity(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code rate}. */
    public String text() {
        return text;
    }

    /**
     * The granularity with this stable name.
     *
     * @throws InvalidValueException {@code tax.unknown-granularity}
     */
    public static TaxGranularity parse(String text) {
        for (TaxGranularity granularity : values()) {
            if (granularity.text.equals(text)) {
                return granularity;
            }
        }
        throw new InvalidValueException(
                "TaxGranularity", "text", "tax.unknown-granularity", "is not the name of a granularity: " + text);
    }
}
