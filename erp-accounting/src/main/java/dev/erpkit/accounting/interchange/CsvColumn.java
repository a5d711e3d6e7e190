package dev.erpkit.accounting.interchange;

/** What a column of a CSV file means. */
public enum CsvColumn {
    /** The date of the transaction. Required. */
    DATE,
    /** The description. */
    DESCRIPTION,
    /** A reference, kept as the transaction's code. */
    CODE,
    /** The signed amount; the alternative to {@link #DEBIT} and {@link #CREDIT}. */
    AMOUNT,
    /** What the own account is debited with; empty where it is not. */
    DEBIT,
    /** What the own account is credited with; empty where it is not. */
    CREDIT,
    /** The account on the other side; empty for the mapping's. */
    ACCOUNT,
    /** The commodity; empty for the mapping's. */
    CURRENCY
}
