package dev.erpkit.accounting.interchange;

import dev.erpkit.core.outcome.RefusalCode;

/**
 * The codes of what keeps a sound transaction out of the books; stable, for hosts to branch on. What the books themselves
 * refuse keeps the code they give it.
 */
public final class ImportCodes {
    /** A commodity that neither the policy maps nor ISO 4217 knows. */
    public static final RefusalCode COMMODITY = RefusalCode.of("import.commodity-unknown");
    /** An amount with more decimals than its currency has. */
    public static final RefusalCode DECIMALS = RefusalCode.of("import.too-many-decimals");
    /** A foreign amount with neither a cost nor a price, so that nobody knows what it is worth. */
    public static final RefusalCode NO_BASE = RefusalCode.of("import.base-amount-missing");
    /** Unit costs that leave a rest in base currency. */
    public static final RefusalCode BASE_REST = RefusalCode.of("import.base-rest");
    /** A new account that neither a declaration, the policy nor its name classifies. */
    public static final RefusalCode ACCOUNT_CLASS = RefusalCode.of("import.account-class-unknown");
    /** A virtual posting, where the policy leaves none out. */
    public static final RefusalCode VIRTUAL = RefusalCode.of("import.virtual-posting");
    /** A posting with a date of its own, while an entry has one date. */
    public static final RefusalCode POSTING_DATE = RefusalCode.of("import.posting-date");
    /** Something that no entry can hold, such as a description of more than 500 characters. */
    public static final RefusalCode ENTRY = RefusalCode.of("import.entry-invalid");
    /** A source gave other text when it was read again. */
    public static final RefusalCode CHANGED = RefusalCode.of("import.source-changed");

    private ImportCodes() {}
}
