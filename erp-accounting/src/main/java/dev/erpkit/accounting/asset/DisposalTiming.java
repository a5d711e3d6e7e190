package dev.erpkit.accounting.asset;

import dev.erpkit.core.value.InvalidValueException;

/** Whether an asset that leaves within a period is depreciated for the part of it. */
public enum DisposalTiming {
    /** Through the day, as the timing of the terms weighs it: a begun month counts whole where months count. */
    THROUGH_DAY("through-day"),
    /** Not beyond the last row that is booked. */
    LAST_BOOKED("last-booked");

    private final String text;

    DisposalTiming(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code through-day}. */
    public String text() {
        return text;
    }

    /**
     * The rule with this stable name.
     *
     * @throws InvalidValueException {@code asset.unknown-name}
     */
    public static DisposalTiming parse(String text) {
        return Names.parse(values(), DisposalTiming::text, "DisposalTiming", text);
    }
}
