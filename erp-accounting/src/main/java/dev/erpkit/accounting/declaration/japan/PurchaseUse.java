package dev.erpkit.accounting.declaration.japan;

/** What a purchase is needed for: Consumption Tax Act, article 30, paragraph 2. */
public enum PurchaseUse {
    /** Taxable sales alone (課税売上げにのみ要するもの). */
    TAXABLE,
    /** Taxable and non-taxable sales (共通して要するもの). */
    COMMON,
    /** Non-taxable sales alone (非課税売上げにのみ要するもの). */
    NON_TAXABLE
}
