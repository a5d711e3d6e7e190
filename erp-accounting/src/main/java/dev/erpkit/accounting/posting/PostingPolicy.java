package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.period.LockedDatePolicy;

/**
 * The choices that posting depends on.
 *
 * @param lockedDates what happens under a lock
 * @param approval who has to approve
 */
public record PostingPolicy(LockedDatePolicy lockedDates, ApprovalPolicy approval) {
    /** Locked dates are refused, nobody has to approve. */
    public static PostingPolicy standard() {
        return new PostingPolicy(LockedDatePolicy.REFUSE, ApprovalPolicy.NONE);
    }
}
