package dev.erpkit.crm.sales.port;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.crm.sales.SalesRecord;
import java.util.Optional;

/**
 * Chooses documents by the record that began them; all conditions must hold.
 *
 * @param party only documents of this party
 * @param begun only documents whose first record counts on one of these days
 */
public record SalesQuery(Optional<PartyId> party, DateRange begun) {
    /** Every document. */
    public static SalesQuery all() {
        return new SalesQuery(Optional.empty(), DateRange.all());
    }

    /** The same choice of one party. */
    public SalesQuery of(PartyId one) {
        return new SalesQuery(Optional.of(one), begun);
    }

    /** The same choice among documents that were begun on some days. */
    public SalesQuery in(DateRange days) {
        return new SalesQuery(party, days);
    }

    /** The definition of the query: tells whether it chooses the document that a record began. */
    public boolean chooses(SalesRecord<?> first) {
        return party.map(first.party()::equals).orElse(true) && begun.contains(first.date());
    }
}
