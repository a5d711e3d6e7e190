package dev.erpkit.accounting.interchange;

/** What tells that a transaction that comes again is the one that was posted. */
public enum EntryIdentity {
    /**
     * Its content: dates, code, description, accounts, amounts and costs. Of transactions that are alike the n-th in a file is
     * the n-th that is known. Marks, comments and the place in the file do not matter.
     */
    CONTENT,
    /** Its code, which is unique; other content under a known code is refused. Content where there is no code. */
    CODE
}
