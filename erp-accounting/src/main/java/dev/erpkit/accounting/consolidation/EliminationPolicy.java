package dev.erpkit.accounting.consolidation;

import java.util.Locale;

/** How much of what two members told about each other is taken out. */
public enum EliminationPolicy {
    /** What both sides agree on; the rest stays in the figures and is reported with its cause. */
    MATCHED,
    /**
     * Each side in whole, as if neither had recorded it (so do systems that leave marked entries out of the sum); what the
     * sides differ by goes to the account of {@link GroupRole#ELIMINATION_DIFFERENCE} and is reported all the same.
     */
    EACH_SIDE;

    /** The stable name: {@code matched} or {@code each-side}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
