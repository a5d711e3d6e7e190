package dev.erpkit.company.report;

import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.crm.sales.SalesRecord;
import dev.erpkit.crm.sales.order.Order;
import dev.erpkit.crm.sales.order.OrderChange;
import dev.erpkit.crm.sales.quote.Quote;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * How far an order is.
 *
 * @param order the order
 * @param quote what was quoted before
 * @param steps what happened to it
 * @param invoices its invoices and credit notes in the books
 */
public record OrderReport(
        Order order,
        Optional<Quote> quote,
        ImmutableList<SalesRecord<OrderChange>> steps,
        ImmutableList<Invoice> invoices) {
    /**
     * An invoice or a credit note.
     *
     * @param document as it was issued
     * @param open what is not settled of it
     * @param exchangeMinor what the rate has brought between it and its payment, in yen; below zero for a loss
     */
    public record Invoice(IssuedDocument document, MonetaryAmount open, long exchangeMinor) {}
}
