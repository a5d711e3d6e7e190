package dev.erpkit.accounting.payment;

import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.core.party.PartyId;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;

/**
 * A debt that may be paid.
 *
 * @param item its open item
 * @param party whom we owe it
 * @param currency its currency
 * @param openMinor what is open, in minor units: above zero for a debt, below for what the party owes us
 * @param due when it is due
 * @param discount what need not be paid in time, in minor units without sign
 * @param blocked whether it must not be paid, as while it is disputed
 */
public record Payable(
        ItemId item,
        PartyId party,
        CurrencyUnit currency,
        long openMinor,
        LocalDate due,
        Optional<EarlyDiscount> discount,
        boolean blocked) {
    /**
     * A discount for early payment.
     *
     * @param minor how much, in minor units
     * @param until the last day on which it is given
     */
    public record EarlyDiscount(long minor, LocalDate until) {}

    /** What is open of an item of a supplier. */
    public static Payable of(ItemHistory history) {
        return new Payable(
                history.item().id(),
                history.item().party(),
                history.item().currency(),
                Math.negateExact(history.residual().amountMinor()),
                history.item().due(),
                Optional.empty(),
                false);
    }

    /** The same with a discount. */
    public Payable less(long minor, LocalDate until) {
        return new Payable(
                item, party, currency, openMinor, due, Optional.of(new EarlyDiscount(minor, until)), blocked);
    }

    /** The same, which must not be paid. */
    public Payable block() {
        return new Payable(item, party, currency, openMinor, due, discount, true);
    }
}
