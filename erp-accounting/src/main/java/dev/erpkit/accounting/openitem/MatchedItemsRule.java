package dev.erpkit.accounting.openitem;

/** What happens to the matches of an entry's items when the entry is to be reversed. */
public enum MatchedItemsRule {
    /** The reversal is refused with {@code openitem.matched} until somebody undoes the matches. */
    REFUSE,
    /** The matches are undone in the same unit of work, each on the day of the reversal or, if later, its own. */
    UNDO
}
