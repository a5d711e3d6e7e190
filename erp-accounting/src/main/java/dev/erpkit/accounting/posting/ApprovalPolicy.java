package dev.erpkit.accounting.posting;

/** Whether an entry needs somebody besides the one who posts it. */
public enum ApprovalPolicy {
    /** Whoever may post does so alone. */
    NONE,
    /** Somebody else, who may approve, has to be named: a poster is never the approver. */
    FOUR_EYES
}
