package dev.erpkit.inventory.valuation;

import dev.erpkit.core.value.InvalidValueException;

/** Which cost an issue takes out of its pool. */
public enum ValuationMethod {
    /** The oldest goods first. */
    FIFO("fifo"),
    /** The youngest goods first. */
    LIFO("lifo"),
    /** The dearest goods first, the older of equals. */
    HIFO("hifo"),
    /** The average of what lies in the pool when the issue takes effect. */
    MOVING_AVERAGE("moving-average"),
    /**
     * The average over a period: what lay in the pool at its start and all that came in during it. The policy names the period;
     * what the period lacks at its end is taken at its average, and the difference is a variance of the next.
     */
    PERIODIC_AVERAGE("periodic-average"),
    /** The standard cost of the item; what a receipt cost more or less is a variance. */
    STANDARD("standard"),
    /** The cost of the very lot; goods of one lot are alike, so they leave at the average of the lot. */
    SPECIFIC("specific");

    private final String text;

    ValuationMethod(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code fifo}. */
    public String text() {
        return text;
    }

    /**
     * The constant with this stable name.
     *
     * @throws InvalidValueException {@code stock.unknown-name}
     */
    public static ValuationMethod parse(String text) {
        return Names.parse(values(), ValuationMethod::text, "ValuationMethod", text);
    }
}
