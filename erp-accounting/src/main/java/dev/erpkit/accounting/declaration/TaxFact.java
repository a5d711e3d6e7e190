package dev.erpkit.accounting.declaration;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.SourceDocument;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A line for the declarations as it was recorded. Never edited: what was wrong is taken back by another fact.
 *
 * @param number its place in the log of the tenant: 1, 2, 3 ... without gaps
 * @param book the book
 * @param key the key of the record it came with
 * @param source the document that caused it
 * @param date the day by which it belongs to a period
 * @param form the form that has its box
 * @param line tax, box and amounts
 * @param position the last position of the journal when it was recorded, so that of the entry posted with it
 * @param recordedAt when it was recorded
 */
public record TaxFact(
        long number,
        BookId book,
        IdempotencyKey key,
        SourceDocument source,
        LocalDate date,
        String form,
        TaxLine line,
        long position,
        Instant recordedAt) {
    /** Tells whether it says the same as a line of a record would. */
    boolean cameFrom(TaxRecord record, int index) {
        return index < record.lines().size()
                && book.equals(record.book())
                && source.equals(record.source())
                && date.equals(record.date())
                && line.equals(record.lines().get(index));
    }
}
