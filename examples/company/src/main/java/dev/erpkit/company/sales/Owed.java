package dev.erpkit.company.sales;

import dev.erpkit.accounting.Business;
import dev.erpkit.accounting.document.DocumentId;
import dev.erpkit.accounting.document.Documents;
import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.accounting.document.port.DocumentLog;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.port.OpenItemLog;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What invoices of orders come to, as documents and as open items.
 *
 * @param states how documents stand
 * @param documents what was issued
 * @param items open items and their matches
 */
record Owed(Documents states, DocumentLog documents, OpenItemLog items) {
    static Owed in(Business business) {
        return new Owed(
                business.documents(),
                business.stores().documents(),
                business.stores().books().openItems());
    }

    /** The open item of an invoice or a credit note. */
    static ItemId item(String document) {
        return new ItemId(EntryId.of(IssuedDocument.eventOf(DocumentId.of(document)), BookId.MAIN), 0);
    }

    /** What is left of an invoice when credit notes are set off, in minor units. */
    long after(String invoice, ImmutableList<String> creditNotes) {
        return Math.subtractExact(total(invoice), creditNotes.sumOfLong(this::total));
    }

    private long total(String document) {
        return document(document).figures().totalMinor();
    }

    /** What is not settled of a document at the end of a day. */
    MonetaryAmount open(IssuedDocument document, LocalDate day) {
        return states.state(document.id(), day).orElseThrow().open();
    }

    /** What the rate has brought between a document and its payment, in yen; below zero for a loss. */
    long exchange(IssuedDocument document) {
        return items.find(item(document.id().value()))
                .orElseThrow()
                .matches()
                .sumOfLong(match ->
                        Math.negateExact(items.match(match).orElseThrow().differenceMinor()));
    }

    /** What was issued under an id. */
    IssuedDocument document(String id) {
        return documents.find(DocumentId.of(id)).orElseThrow();
    }
}
