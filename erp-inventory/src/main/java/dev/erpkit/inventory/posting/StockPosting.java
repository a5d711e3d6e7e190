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
 */
public record StockPosting(long event, StockRole role, LocalDate effective, LocalDate own, long minor) {}
