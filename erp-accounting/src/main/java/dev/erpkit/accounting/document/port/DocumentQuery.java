package dev.erpkit.accounting.document.port;

import dev.erpkit.accounting.document.DocumentKind;
import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.party.PartyId;
import java.util.Optional;

/**
 * Chooses documents; all conditions must hold.
 *
 * @param party only documents of this party
 * @param kind only documents of this kind
 * @param dates only documents dated in this range
 */
public record DocumentQuery(Optional<PartyId> party, Optional<DocumentKind> kind, DateRange dates) {
    /** Every document. */
    public static DocumentQuery all() {
        return new DocumentQuery(Optional.empty(), Optional.empty(), DateRange.all());
    }

    /** The same choice of one party. */
    public DocumentQuery of(PartyId one) {
        return new DocumentQuery(Optional.of(one), kind, dates);
    }

    /** The same choice of one kind. */
    public DocumentQuery of(DocumentKind one) {
        return new DocumentQuery(party, Optional.of(one), dates);
    }

    /** The same choice in a range of document dates. */
    public DocumentQuery in(DateRange range) {
        return new DocumentQuery(party, kind, range);
    }

    /** The definition of the query: tells whether it chooses a document. */
    public boolean chooses(IssuedDocument document) {
        return party.map(document.party()::equals).orElse(true)
                && kind.map(one -> one == document.kind()).orElse(true)
                && dates.contains(document.documentDate());
    }
}
