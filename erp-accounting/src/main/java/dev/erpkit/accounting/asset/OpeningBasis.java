package dev.erpkit.accounting.asset;

import dev.erpkit.core.value.InvalidValueException;

/** What the rows of an asset are made of that comes with depreciation from another system. */
public enum OpeningBasis {
    /** The amounts of an asset that was ours from the start: its whole cost over its whole life, until it is used up. */
    WHOLE_LIFE("whole-life"),
    /** What is left of the cost over what is left of the life. */
    REST_OF_LIFE("rest-of-life");

    private final String text;

    OpeningBasis(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code rest-of-life}. */
    public String text() {
        return text;
    }

    /**
     * The basis with this stable name.
     *
     * @throws InvalidValueException {@code asset.unknown-name}
     */
    public static OpeningBasis parse(String text) {
        return Names.parse(values(), OpeningBasis::text, "OpeningBasis", text);
    }
}
