/**
 * The return of Japan's consumption tax and local consumption tax (消費税及び地方消費税の申告): general, simplified by class of
 * business, and for small issuers of qualified invoices. Pure: figures of the period in, figures of the return out, each with
 * its derivation and its article of law. All amounts are yen.
 *
 * <pre>{@code
 * SalesFigures sales = SalesFigures.builder()
 *         .period(DateRange.parse("2026-04-01/2027-04-01"))
 *         .grossSales(new ByRate(0, 1_234_567))
 *         .build();
 * GeneralFigures figures = GeneralFigures.builder()
 *         .sales(sales)
 *         .add(Purchase.qualified(ConsumptionRate.STANDARD, PurchaseUse.COMMON, 987_654))
 *         .build();
 * ConsumptionTaxReturn filed = ConsumptionTaxReturns.general(figures).orElseThrow();
 * filed.yen(ReturnItem.TOTAL); // 22,300
 * filed.trace().render();
 * }</pre>
 */
@NullMarked
package dev.erpkit.accounting.declaration.japan;

import org.jspecify.annotations.NullMarked;
