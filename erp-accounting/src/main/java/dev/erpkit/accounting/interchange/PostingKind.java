package dev.erpkit.accounting.interchange;

/** Whether a posting takes part in the balance of its transaction. */
public enum PostingKind {
    /** An ordinary posting; the real postings of a transaction sum to zero. */
    REAL,
    /** {@code (account)}: counts for the account only, balanced by nothing. */
    VIRTUAL,
    /** {@code [account]}: these sum to zero among themselves. */
    BALANCED_VIRTUAL;

    /** The kind that an account's name has as written, with brackets or without. */
    static PostingKind of(String written) {
        if (written.startsWith("(") && written.endsWith(")")) {
            return VIRTUAL;
        }
        return written.startsWith("[") && written.endsWith("]") ? BALANCED_VIRTUAL : REAL;
    }
}
