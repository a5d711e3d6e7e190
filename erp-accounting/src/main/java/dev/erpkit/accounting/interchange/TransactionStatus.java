package dev.erpkit.accounting.interchange;

/** The mark that a person set on a transaction or posting; it does not change a figure. */
public enum TransactionStatus {
    /** No mark. */
    UNMARKED,
    /** {@code !}. */
    PENDING,
    /** {@code *}. */
    CLEARED
}
