package dev.erpkit.core.trade;

import dev.erpkit.core.party.PartyId;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * Contract: what a party owes by its invoices, and how much it may. Implemented by accounting or a host, asked by sales in
 * the unit of work that decides: what it answers must still hold when that commits.
 */
@FunctionalInterface
public interface Receivables {
    /**
     * How a party stands.
     *
     * @param owed what is open of invoices, less what is paid in advance
     * @param limit the most it may owe and have on order together, in the currency of {@code owed}; none, no limit
     */
    record Standing(MonetaryAmount owed, Optional<MonetaryAmount> limit) {}

    /** How a party stands now. */
    Standing of(PartyId party);
}
