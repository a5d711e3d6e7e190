package dev.erpkit.accounting.interchange;

/** By which dates postings count up to a day. */
public enum DateBasis {
    /** By those of their transactions: whatever the day, all balances sum to zero. */
    TRANSACTION,
    /**
     * By their own where they have one ({@code date:} tag or bracketed date), as hledger counts: a transaction that is cut in
     * two by the day leaves balances that do not sum to zero.
     */
    POSTING
}
