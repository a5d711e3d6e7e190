/**
 * Tax declarations: documents and payments record tax facts beside their postings, a declaration is a frozen fold of the
 * facts of a period. Every fact is declared once; late ones go where a named policy says.
 *
 * <pre>{@code
 * recorder.record(new TaxRecord(BookId.MAIN, IdempotencyKey.of("issue:INV-7"),
 *                 SourceDocument.of("shop", "sales-invoice", "INV-7"), LocalDate.of(2026, 3, 5),
 *                 Lists.immutable.of(TaxLine.of("VAT-10", "sales-10", Amounts.of("1000", "JPY"), Amounts.of("100", "JPY")))))
 *         .orElseThrow();
 * Declaration first = declarations.prepare(new DeclarationRequest(IdempotencyKey.of("2026-Q1"), BookId.MAIN, "vat",
 *                 DateRange.parse("2026-01-01/2026-04-01"), false, LatePolicy.NEXT_PERIOD, LocalDate.of(2026, 4, 20)), clerk)
 *         .orElseThrow();
 * declarations.file(IdempotencyKey.of("file-2026-Q1"), first, LocalDate.of(2026, 4, 20), "receipt-4711", clerk).orElseThrow();
 * }</pre>
 */
@NullMarked
package dev.erpkit.accounting.declaration;

import org.jspecify.annotations.NullMarked;
