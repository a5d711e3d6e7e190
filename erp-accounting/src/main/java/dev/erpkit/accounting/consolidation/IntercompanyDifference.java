package dev.erpkit.accounting.consolidation;

/**
 * What two members do not agree on, in minor units of the group's currency, debit positive.
 *
 * @param pair the pair
 * @param member the one whose id comes first
 * @param counterparty the other
 * @param relation what kind of figures
 * @param memberMinor what the first has, as it enters the group
 * @param counterpartyMinor what the other has
 * @param cause why they differ
 */
public record IntercompanyDifference(
        String pair,
        MemberId member,
        MemberId counterparty,
        Relation relation,
        long memberMinor,
        long counterpartyMinor,
        DifferenceCause cause) {
    /** What kind of figures stand against each other. */
    public enum Relation {
        /** Assets and liabilities: receivable and payable, loan and borrowing. */
        BALANCE,
        /** Income, expense and equity: sale and purchase, interest, dividend. */
        RESULT
    }

    /** What is left when both sides are added; never zero. */
    public long differenceMinor() {
        return Math.addExact(memberMinor, counterpartyMinor);
    }
}
