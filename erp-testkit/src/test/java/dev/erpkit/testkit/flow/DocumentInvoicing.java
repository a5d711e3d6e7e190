package dev.erpkit.testkit.flow;

import dev.erpkit.accounting.document.DocumentDraft;
import dev.erpkit.accounting.document.DocumentKind;
import dev.erpkit.accounting.document.DocumentLine;
import dev.erpkit.accounting.document.Documents;
import dev.erpkit.accounting.tax.TaxPolicy;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.trade.InvoiceRequest;
import dev.erpkit.core.trade.Invoicing;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Invoices of orders as documents of the books. What takes back more than it charges is a credit note with the signs
 * turned; it stands free, since the request does not say which invoices it takes back. Amounts other than of goods are
 * qualified by their role, so that posting rules can give them accounts of their own.
 *
 * @param documents the documents of the books
 * @param taxes how taxes are worked out
 * @param taxesOfWhole the taxes of amounts that concern the whole order, such as down payments
 */
record DocumentInvoicing(Documents documents, TaxPolicy taxes, ImmutableList<String> taxesOfWhole)
        implements Invoicing {
    @Override
    public Outcome<String> issue(InvoiceRequest request, Actor actor) {
        long net = request.lines().sumOfLong(line -> Amounts.minor(line.net()));
        Rational sign = net < 0 ? Rational.ONE.negate() : Rational.ONE;
        DocumentDraft.Builder draft = DocumentDraft.builder();
        draft.id(request.document())
                .kind(net < 0 ? DocumentKind.SALES_CREDIT_NOTE : DocumentKind.SALES_INVOICE)
                .party(request.party())
                .documentDate(request.day())
                .currency(request.lines().getFirst().net().getCurrency())
                .taxPolicy(taxes)
                .lines(request.lines().collect(line -> line(line, sign)));
        return documents
                .issue(draft.build(), actor)
                .map(issued -> issued.number().toString());
    }

    private DocumentLine line(InvoiceRequest.Line line, Rational sign) {
        Rational net = Rational.of(Amounts.decimal(line.net()));
        Rational own = net.signum() < 0 ? Rational.ONE.negate() : Rational.ONE;
        DocumentLine.Builder text = DocumentLine.builder();
        text.text(line.text())
                .quantity(own.multiply(sign))
                .unitPrice(net.multiply(own))
                .taxes(line.line() == 0 ? taxesOfWhole : line.taxes())
                .qualifier(line.line() == 0 ? line.role() : "");
        return text.build();
    }
}
