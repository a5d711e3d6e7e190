package dev.erpkit.accounting.report;

/** What of an account a row of a statement shows. */
public enum Basis {
    /** The balance before the first day of the column; nothing where the column has no first day. */
    OPENING,
    /** The change in the column's period, without entries that close a year: what was earned and spent. */
    MOVEMENT,
    /** The balance at the end of the column's last day. */
    CLOSING,
    /**
     * What the account did to cash in the column's period: the contrary of its lines in entries that also have a line on a
     * cash account. A receipt from a customer shows on the receivable with a positive figure. Cash accounts are those with
     * the mark {@code cash}; over all other accounts the figures add up to the change in cash.
     */
    CASH
}
