package dev.erpkit.crm.sales.billing;

import dev.erpkit.core.party.PartyId;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Port: what was sold to a customer and received from it, out of orders, invoices and payments. Asked inside the unit of work
 * that closes.
 */
@FunctionalInterface
public interface BillingFacts {
    /** All that counts through a day in a currency, each document once; what is on a statement already may be left out. */
    ImmutableList<BillingFact> of(PartyId party, CurrencyUnit currency, LocalDate through);
}
