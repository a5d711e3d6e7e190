package dev.erpkit.accounting.tax;

import dev.erpkit.core.value.InvalidValueException;

/** How a tax comes to its amount. */
public enum TaxKind {
    /** So many per cent of the base. */
    PERCENT("percent"),
    /** So many per cent of the price with this tax in it: 10 % of 100 before tax is 11.11. */
    DIVISION("division"),
    /** A sum of money for each unit, whatever the price. */
    FIXED_PER_UNIT("fixed-per-unit"),
    /** Nothing of its own: its children in their order. */
    GROUP("group");

    private final String text;

    TaxKind(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code fixed-per-unit}. */
    public String text() {
        return text;
    }

    /**
     * The kind with this stable name.
     *
     * @throws InvalidValueException {@code tax.unknown-kind}
     */
    public static TaxKind parse(String text) {
        for (TaxKind kind : values()) {
            if (kind.text.equals(text)) {
                return kind;
            }
        }
        throw new InvalidValueException("TaxKind", "text", "tax.unknown-kind", "is not the name of a kind: " + text);
    }
}
