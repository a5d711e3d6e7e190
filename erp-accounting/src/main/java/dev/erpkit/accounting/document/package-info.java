/**
 * Documents: what the business hands to customers and gets from suppliers. An invoice, a credit note, a bill or a down
 * payment is drafted by the host, worked out by a pure function, and issued once: then it has a legal number, its rates and
 * policies are frozen in it, its accounting event is posted, and nothing of it ever changes. A correction is another
 * document; whether a document is paid, overdue or credited is a fold over what came after it.
 *
 * <pre>{@code
 * DocumentDraft draft = DocumentDraft.builder()
 *         .id("shop-1042")
 *         .kind(DocumentKind.SALES_INVOICE)
 *         .party("C-17")
 *         .documentDate(LocalDate.of(2026, 4, 10))
 *         .currency("JPY")
 *         .taxPolicy(TaxPolicy.of(TaxGranularity.RATE, RoundingRule.TRUNCATE))
 *         .add(DocumentLine.of("Paper", "10", "450", "S10"))
 *         .build();
 * IssuedDocument invoice = documents.issue(draft, me).orElseThrow(); // sales-invoice/2026/1, JPY 4950
 * LocalDate later = LocalDate.of(2026, 4, 20);
 * DocumentDraft back = DocumentDraft.credit("shop-1042-back", invoice, later, CreditLine.quantity(1, "2"));
 * Outcome<IssuedDocument> credit = documents.issue(back, me); // JPY 990
 * }</pre>
 */
@NullMarked
package dev.erpkit.accounting.document;

import org.jspecify.annotations.NullMarked;
