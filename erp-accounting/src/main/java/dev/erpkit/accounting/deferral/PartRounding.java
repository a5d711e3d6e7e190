package dev.erpkit.accounting.deferral;

import dev.erpkit.core.value.InvalidValueException;

/** Where the fractions of minor units go; the parts sum to the total under either. */
public enum PartRounding {
    /** What is due since the start is rounded half up, a part is what it adds: never more than half a unit off. */
    CUMULATIVE("cumulative"),
    /** Each part is rounded half up by itself and the last one takes the rest, as ERPNext does. */
    EACH_PART("each-part");

    private final String text;

    PartRounding(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The policy with this stable name.
     *
     * @throws InvalidValueException {@code deferral.unknown-policy}
     */
    public static PartRounding parse(String text) {
        return Named.parse(values(), PartRounding::text, "PartRounding", text);
    }
}
