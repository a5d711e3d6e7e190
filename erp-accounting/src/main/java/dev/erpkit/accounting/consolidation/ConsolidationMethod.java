package dev.erpkit.accounting.consolidation;

import java.util.Locale;

/** How a member enters the figures of its group. */
public enum ConsolidationMethod {
    /** All of it, with what belongs to others shown as minority interest: a subsidiary. */
    FULL,
    /** The share of the group only, line by line, without minority interest: a joint operation. */
    PROPORTIONAL,
    /** One line: the investment follows the share in the member's equity: an associate or joint venture. */
    EQUITY;

    /** The stable name: {@code full}, {@code proportional}, {@code equity}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The method of this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static ConsolidationMethod parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
