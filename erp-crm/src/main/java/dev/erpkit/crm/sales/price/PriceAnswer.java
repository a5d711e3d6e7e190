package dev.erpkit.crm.sales.price;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.trace.TraceStep;
import javax.money.MonetaryAmount;

/**
 * A price and where it comes from.
 *
 * @param list the name of the price list
 * @param entry the entry that holds
 * @param scope why the list holds: {@code party}, {@code group} or {@code everybody}
 */
public record PriceAnswer(String list, PriceEntry entry, String scope) {
    /** The price of one unit. */
    public MonetaryAmount price() {
        return entry.price();
    }

    /** How it came about. */
    public TraceStep trace() {
        return TraceStep.of("sales.price", Amounts.canonical(price()))
                .with("list", list)
                .with("scope", scope)
                .with("item", entry.item())
                .with("from", entry.from())
                .with("validity", entry.validity());
    }
}
