package dev.erpkit.crm.sales.quote;

import dev.erpkit.core.value.InvalidValueException;

/** What happens to a discount on the whole of a quote whose lines bear different taxes. */
public enum MixedTaxes {
    /** Each line bears its share, and its taxes are counted on what is left of it. */
    SHARE("share"),
    /** It is refused, so that nobody asks which tax the discount lowers. */
    REFUSE("refuse");

    private final String text;

    MixedTaxes(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The way with this stable name.
     *
     * @throws InvalidValueException {@code quote.unknown-mixed-taxes}
     */
    public static MixedTaxes parse(String text) {
        for (MixedTaxes way : values()) {
            if (way.text.equals(text)) {
                return way;
            }
        }
        throw new InvalidValueException(
                "MixedTaxes", "text", "quote.unknown-mixed-taxes", "is not the name of a way to treat taxes: " + text);
    }
}
