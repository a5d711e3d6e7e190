package dev.erpkit.accounting.tax;

/** Which repartition of a tax a document takes. */
public enum TaxUse {
    /** An invoice or a bill. */
    INVOICE,
    /** A credit or debit note that takes one back, with positive amounts. */
    REFUND
}
