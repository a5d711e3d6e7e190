package dev.erpkit.accounting.journal;

/** Why an entry exists. */
public enum EntryKind {
    /** Something happened in the business. */
    NORMAL,
    /** Balances taken over from before the books began. */
    OPENING,
    /** Income and expense carried to equity at the end of a year. */
    CLOSING,
    /** Foreign balances brought to the rate of a day; base currency only. */
    REVALUATION,
    /**
     * What a match of open items posts: the difference between the rates of the items, in base currency only, and where
     * they stand in different currencies or accounts also what moves between these. Its lines are no items themselves.
     */
    EXCHANGE_DIFFERENCE,
    /** The exact contrary of another entry, which it names. */
    REVERSAL
}
