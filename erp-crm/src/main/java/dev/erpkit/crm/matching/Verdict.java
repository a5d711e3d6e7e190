package dev.erpkit.crm.matching;

/** What a score says. */
public enum Verdict {
    /** One and the same. */
    DUPLICATE,
    /** Somebody should look. */
    POSSIBLE,
    /** Two. */
    DIFFERENT
}
