package dev.erpkit.accounting.declaration;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What one document, payment or reversal tells the declarations, all at once.
 *
 * <pre>{@code
 * new TaxRecord(BookId.MAIN, IdempotencyKey.of("issue:INV-7"), SourceDocument.of("shop", "sales-invoice", "INV-7"),
 *     taxPoint, Lists.immutable.of(TaxLine.of("JP-10", "sales-10", Amounts.of("1000", "JPY"), Amounts.of("100", "JPY"))));
 * }</pre>
 *
 * @param book the book
 * @param key the key under which it is recorded once
 * @param source the document that caused it
 * @param date the day by which it belongs to a period: the tax point, or the day on which cash-basis tax is recognised
 * @param lines the lines, at least one
 */
public record TaxRecord(
        BookId book, IdempotencyKey key, SourceDocument source, LocalDate date, ImmutableList<TaxLine> lines) {
    /** Checks that there are lines ({@code tax-fact.empty}). */
    public TaxRecord {
        if (lines.isEmpty()) {
            throw new InvalidValueException("TaxRecord", "lines", "tax-fact.empty", "must have at least one line");
        }
    }
}
