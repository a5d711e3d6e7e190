package dev.erpkit.accounting.document;

/** How a document stands on a day. */
public enum DocumentStatus {
    /** Nothing of it is settled, and nothing is overdue. */
    ISSUED,
    /** Some of it is settled, and nothing is overdue. */
    PARTLY_PAID,
    /** An instalment is open after the day on which it was due. */
    OVERDUE,
    /** Nothing of it is open. */
    PAID,
    /** Nothing of it is open, but some of it was given up as a loss. */
    UNCOLLECTIBLE,
    /** All of it was credited. */
    CREDITED
}
