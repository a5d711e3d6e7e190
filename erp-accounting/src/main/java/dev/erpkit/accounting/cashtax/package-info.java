/**
 * Tax that is owed when it is paid: what every payment of a document recognises is a function of what was settled in all, so
 * it does not depend on how payments are split, and all of it is recognised exactly when all is settled.
 *
 * <pre>{@code
 * CashTaxDocument invoice = CashTaxDocument.builder()
 *         .source(SourceDocument.of("shop", "sales-invoice", "INV-7"))
 *         .date(LocalDate.of(2026, 4, 1))
 *         .currency(Amounts.currency("USD"))
 *         .add(CashTaxLine.of("VAT-10", "sales-10", Exigibility.ON_PAYMENT, 100_00, 10_00))
 *         .add(CashTaxLine.of("VAT-5", "sales-5", Exigibility.ON_INVOICE, 100_00, 5_00))
 *         .item(ItemId.of("INV-7", 0))
 *         .build();
 * // after every match or undoing of a match of its items, in the same unit of work
 * cashTax.recognise(invoice, clerk).orElseThrow();
 * }</pre>
 */
@NullMarked
package dev.erpkit.accounting.cashtax;

import org.jspecify.annotations.NullMarked;
