package dev.erpkit.inventory.posting;

import java.time.LocalDate;

/**
 * What a fact amounts to in a role.
 *
 * @param event the number of the fact
 * @param role the part the amount plays
 * @param effective the day on which it counts for the goods
 * @param own the day of the fact itself: later than the former for a charge on goods that came before
 * @param minor minor units, debit positive
 * @param category of the items that the amount is of, as the host told it; empty for none, and for what several share
 */
public record StockPosting(
        long event, StockRole role, LocalDate effective, LocalDate own, long minor, String category) {
    /** An amount of no category. */
    public StockPosting(long event, StockRole role, LocalDate effective, LocalDate own, long minor) {
        this(event, role, effective, own, minor, "");
    }
}
