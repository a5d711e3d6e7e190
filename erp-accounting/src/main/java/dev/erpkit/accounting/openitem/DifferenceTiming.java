package dev.erpkit.accounting.openitem;

/** When the exchange difference of a match is realised. Over the life of an item both give the same sum. */
public enum DifferenceTiming {
    /** With every match, in the proportion of what it consumes; what stays open keeps its own historical rate. */
    AT_ONCE("at-once"),
    /**
     * With the match that settles the last of its foreign items. Until then what stays open takes over the base that the
     * other side gave up, as far as that does not exceed what is open in base; only what exceeds it is realised at once.
     */
    ON_SETTLEMENT("on-settlement");

    private final String text;

    DifferenceTiming(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code at-once}. */
    public String text() {
        return text;
    }
}
