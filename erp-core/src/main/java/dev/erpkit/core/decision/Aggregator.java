package dev.erpkit.core.decision;

/** What becomes of the single output of all rules that match, under {@link HitPolicy#COLLECT}. */
public enum Aggregator {
    /** The sum of numbers; of no hit nothing. */
    SUM("sum"),
    /** The number of hits, which may be zero. */
    COUNT("count"),
    /** The least; of no hit nothing. */
    MIN("min"),
    /** The most; of no hit nothing. */
    MAX("max");

    private final String text;

    Aggregator(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code sum}. */
    public String text() {
        return text;
    }
}
