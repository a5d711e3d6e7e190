package dev.erpkit.accounting.consolidation;

import dev.erpkit.core.value.InvalidValueException;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * An entry that exists in the figures of the group only; its lines add up to zero.
 *
 * @param id its name within the consolidation
 * @param kind what it does
 * @param lines its lines
 */
public record GroupEntry(String id, Kind kind, ImmutableList<GroupLine> lines) {
    /** What a group entry does. */
    public enum Kind {
        /** Takes out what members have with each other. */
        INTERCOMPANY,
        /** Sets an investment against the equity that was bought, and shows goodwill. */
        INVESTMENT,
        /** Brings goodwill in a foreign company to the closing rate. */
        GOODWILL_TRANSLATION,
        /** Shows the part of others in equity and result. */
        MINORITY,
        /** Takes profit on goods that have not left the group out of stock. */
        STOCK_PROFIT,
        /** Follows the share in an associate's equity. */
        EQUITY_METHOD,
        /** Given by the host. */
        ADJUSTMENT
    }

    /** Checks the sum: {@code group-entry.unbalanced}. */
    public GroupEntry {
        long sum = Minors.sum(lines, GroupLine::minor);
        if (sum != 0) {
            throw new InvalidValueException(
                    "GroupEntry", id, "group-entry.unbalanced", "must add up to zero, but leaves over " + sum);
        }
    }
}
