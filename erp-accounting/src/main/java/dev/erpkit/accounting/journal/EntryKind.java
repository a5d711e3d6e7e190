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
    /** Difference between the rates of matched items; base currency only. */
    EXCHANGE_DIFFERENCE,
    /** The exact contrary of another entry, which it names. */
    REVERSAL
}
