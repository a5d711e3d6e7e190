package dev.erpkit.accounting.openitem;

import dev.erpkit.core.outcome.RefusalCode;

/** The codes by which matching, un-matching and reversing with open items are refused. */
public final class MatchRefusals {
    /** There is no such item. */
    public static final RefusalCode ITEM_UNKNOWN = RefusalCode.of("match.item-unknown");

    /** There is no such match. */
    public static final RefusalCode UNKNOWN = RefusalCode.of("match.unknown");

    /** The items stand in different books. */
    public static final RefusalCode BOOK_DIFFERS = RefusalCode.of("match.book-differs");

    /** The items stand on control accounts of different kinds, and the policy does not set off across kinds. */
    public static final RefusalCode KIND = RefusalCode.of("match.kind");

    /** The items stand on different control accounts, and the policy does not transfer. */
    public static final RefusalCode ACCOUNT_DIFFERS = RefusalCode.of("match.account-differs");

    /** The items concern different parties, and the policy does not transfer. */
    public static final RefusalCode PARTY_DIFFERS = RefusalCode.of("match.party-differs");

    /** All items stand on the same side. */
    public static final RefusalCode SAME_SIDE = RefusalCode.of("match.same-side");

    /** The currencies do not match under the policy, or not at the stated rate. */
    public static final RefusalCode CURRENCY = RefusalCode.of("match.currency");

    /** An item has nothing open. */
    public static final RefusalCode CLOSED = RefusalCode.of("match.closed");

    /** More is asked of an item than is open on the day of the match or a later one. */
    public static final RefusalCode EXCEEDS_RESIDUAL = RefusalCode.of("match.exceeds-residual");

    /** The exact amounts of one side do not meet enough on the other. */
    public static final RefusalCode UNBALANCED = RefusalCode.of("match.unbalanced");

    /** Nothing is left to consume, as when an amount is worth less than a minor unit of the other currency. */
    public static final RefusalCode NOTHING = RefusalCode.of("match.nothing");

    /** The day is before that of an item or match, or between matches whose base amounts leave no exact share. */
    public static final RefusalCode DATE = RefusalCode.of("match.date");

    /** The id names a match with other content. */
    public static final RefusalCode ID_REUSED = RefusalCode.of("match.id-reused");

    /** The match was undone before. */
    public static final RefusalCode ALREADY_UNDONE = RefusalCode.of("match.already-undone");

    /** The match is itself an undoing; match the items again instead. */
    public static final RefusalCode IS_UNDOING = RefusalCode.of("match.is-undoing");

    /** Entries with matched items are reversed only when un-matched first. */
    public static final RefusalCode MATCHED = RefusalCode.of("openitem.matched");

    /** The entry belongs to a match; undo the match instead. */
    public static final RefusalCode BELONGS_TO_MATCH = RefusalCode.of("openitem.belongs-to-match");

    private MatchRefusals() {}
}
