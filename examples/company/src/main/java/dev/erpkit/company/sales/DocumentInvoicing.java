package dev.erpkit.company.sales;

import dev.erpkit.accounting.document.DocumentDraft;
import dev.erpkit.accounting.document.DocumentKind;
import dev.erpkit.accounting.document.DocumentLine;
import dev.erpkit.accounting.document.Documents;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.trade.InvoiceRequest;
import dev.erpkit.core.trade.Invoicing;

/**
 * Invoices of orders as documents of the books, due as agreed with the customer. What takes back more than it charges is a
 * credit note with the signs turned; it stands free, since the request does not say which invoices it takes back.
 *
 * @param documents the documents of the books
 * @param terms taxes, names and days
 */
record DocumentInvoicing(Documents documents, SalesTerms terms) implements Invoicing {
    @Override
    public Outcome<String> issue(InvoiceRequest request, Actor actor) {
        DocumentDraft undated = draft(request);
        return documents
                .preview(undated)
                .then(figures -> documents.issue(
                        DocumentDraft.builder()
                                .from(undated)
                                .due(terms.due().apply(request.party(), request.day()), figures.total())
                                .build(),
                        actor))
                .map(issued -> issued.number().toString());
    }

    private DocumentDraft draft(InvoiceRequest request) {
        boolean credits = request.lines().sumOfLong(line -> Amounts.minor(line.net())) < 0;
        Rational sign = credits ? Rational.ONE.negate() : Rational.ONE;
        DocumentDraft.Builder draft = DocumentDraft.builder();
        return draft.id(request.document())
                .kind(credits ? DocumentKind.SALES_CREDIT_NOTE : DocumentKind.SALES_INVOICE)
                .party(request.party())
                .documentDate(request.day())
                .currency(request.lines().getFirst().net().getCurrency())
                .taxPolicy(terms.taxes())
                .facts(terms.printed())
                .narrative("受注 Order " + request.order())
                .lines(request.lines().collect(line -> line(line, sign)))
                .build();
    }

    private DocumentLine line(InvoiceRequest.Line line, Rational sign) {
        Rational net = Rational.of(Amounts.decimal(line.net()));
        Rational own = net.signum() < 0 ? Rational.ONE.negate() : Rational.ONE;
        DocumentLine.Builder text = DocumentLine.builder();
        return text.text(terms.items().getIfAbsentValue(line.text(), line.text()))
                .quantity(own.multiply(sign))
                .unitPrice(net.multiply(own))
                .taxes(line.taxes())
                .build();
    }
}
