package dev.erpkit.accounting.consolidation;

import dev.erpkit.core.quantity.Rational;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A member's books in the currency of the group; the cells add up to zero.
 *
 * @param member the member
 * @param share how much of each figure enters: 1 in full, the share of the group proportionally
 * @param cells by account of the group, then of the member
 * @param closingRate the price of the member's currency at the end of the period
 * @param proof the roll-forward of the translation difference
 */
public record TranslatedMember(
        GroupMember member,
        Rational share,
        ImmutableList<MemberCell> cells,
        Rational closingRate,
        TranslationProof proof) {
    /** The translation difference as it enters, debit positive. */
    public long differenceMinor() {
        return sum(MemberCell.Kind.DIFFERENCE);
    }

    /** What rounding the cells leaves over, debit positive. */
    public long roundingMinor() {
        return sum(MemberCell.Kind.ROUNDING);
    }

    private long sum(MemberCell.Kind kind) {
        return Minors.sum(cells, cell -> cell.kind() == kind ? cell.minor() : 0);
    }
}
