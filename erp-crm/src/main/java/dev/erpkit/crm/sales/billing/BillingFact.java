package dev.erpkit.crm.sales.billing;

import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.price.TaxRate;
import java.time.LocalDate;
import org.eclipse.collections.api.list.ImmutableList;

/** Something that belongs on one statement of a customer. A document is one fact and never changes. */
public sealed interface BillingFact {
    /** The document, once for each customer. */
    DocumentId document();

    /** The day on which it counts. */
    LocalDate day();

    /**
     * Sold, or below zero taken back.
     *
     * @param nets amounts without tax, in minor units, with the taxes they bear
     */
    record Sold(DocumentId document, LocalDate day, ImmutableList<Net> nets) implements BillingFact {
        /** The net of all. */
        public long netMinor() {
            return nets.sumOfLong(Net::minor);
        }
    }

    /**
     * An amount without tax.
     *
     * @param taxes the taxes it bears
     * @param minor the amount in minor units
     */
    record Net(ImmutableList<TaxRate> taxes, long minor) {}

    /**
     * Received from the customer, or below zero paid back.
     *
     * @param minor the amount in minor units
     */
    record Received(DocumentId document, LocalDate day, long minor) implements BillingFact {}
}
