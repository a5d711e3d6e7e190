package dev.erpkit.company;

import dev.erpkit.accounting.declaration.TaxLine;
import dev.erpkit.accounting.declaration.TaxRecord;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.SourceDocument;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * An entry, and what it tells the return of consumption tax: no document stands behind it that would.
 *
 * @param entry the entry
 * @param taxes what goes into the boxes of the return
 */
record Booking(JournalEntry entry, ImmutableList<TaxLine> taxes) {
    /** An entry that is none of the return's business. */
    static Booking of(JournalEntry entry) {
        return new Booking(entry, Lists.immutable.empty());
    }

    /** A bill with tax at the standard rate, for what the whole business needs. */
    static Booking taxed(JournalEntry entry, long net, long tax) {
        return new Booking(
                entry,
                Lists.immutable.of(
                        TaxLine.of("IN-10", CompanyTaxes.COMMON_PURCHASES, Entries.yen(net), Entries.yen(tax))));
    }

    /** Income that is not taxable, such as interest. */
    static Booking nonTaxable(JournalEntry entry, long yen) {
        return new Booking(
                entry,
                Lists.immutable.of(
                        TaxLine.of("EXEMPT", CompanyTaxes.NON_TAXABLE_SALES, Entries.yen(yen), Entries.yen(0))));
    }

    Optional<TaxRecord> record() {
        String id = entry.id().value();
        return taxes.isEmpty()
                ? Optional.empty()
                : Optional.of(new TaxRecord(
                        BookId.MAIN,
                        IdempotencyKey.of(id),
                        SourceDocument.of("bookkeeping", "entry", id),
                        entry.date(),
                        taxes));
    }
}
