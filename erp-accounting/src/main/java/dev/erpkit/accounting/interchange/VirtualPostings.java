package dev.erpkit.accounting.interchange;

/** What becomes of virtual postings, which stand outside of double entry. */
public enum VirtualPostings {
    /** A transaction with one is refused. */
    REFUSE,
    /** They are left out, balanced ones too; the real postings balance by themselves. */
    LEAVE_OUT
}
