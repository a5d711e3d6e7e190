package dev.erpkit.testkit.flow;

import dev.erpkit.accounting.document.CreditLine;
import dev.erpkit.accounting.document.DocumentDraft;
import dev.erpkit.accounting.document.DocumentId;
import dev.erpkit.accounting.document.DocumentKind;
import dev.erpkit.accounting.document.DocumentLine;
import dev.erpkit.accounting.document.Documents;
import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.accounting.tax.TaxPolicy;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.trade.InvoiceRequest;
import dev.erpkit.core.trade.Invoicing;
import dev.erpkit.core.trade.LinePrice;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Invoices of orders as documents of the books: what is charged as an invoice, what is taken back as a credit note for each
 * invoice that charged it, so that the books keep to what that one has left. The first document has the id that sales gave,
 * each other one that id with its place. Amounts other than of goods are qualified by their role, so that posting rules can
 * give them accounts of their own.
 *
 * @param documents the documents of the books
 * @param taxes how taxes are worked out
 * @param taxesOfWhole the taxes of amounts that concern the whole order, such as down payments
 */
record DocumentInvoicing(Documents documents, TaxPolicy taxes, ImmutableList<String> taxesOfWhole)
        implements Invoicing {
    @Override
    public Outcome<String> issue(InvoiceRequest request, Actor actor) {
        MutableList<DocumentDraft> drafts = Lists.mutable.empty();
        if (request.charges().notEmpty()) {
            drafts.add(invoice(request));
        }
        request.takenBack().forEach(back -> drafts.add(credit(request, back, drafts.size())));
        return Outcome.accepted(drafts.collect(
                        draft -> documents.issue(draft, actor).orElseThrow().number())
                .makeString(", "));
    }

    private DocumentDraft invoice(InvoiceRequest request) {
        DocumentDraft.Builder draft = DocumentDraft.builder();
        draft.id(request.document())
                .kind(DocumentKind.SALES_INVOICE)
                .party(request.party())
                .documentDate(request.day())
                .currency(request.lines().getFirst().net().getCurrency())
                .taxPolicy(taxes)
                .lines(request.charges().collect(this::line));
        return draft.build();
    }

    private DocumentLine line(InvoiceRequest.Line line) {
        DocumentLine.Builder text = DocumentLine.builder();
        text.text(line.text())
                .taxes(line.line() == 0 ? taxesOfWhole : line.taxes())
                .qualifier(line.line() == 0 ? line.role() : "");
        line.price().ifPresentOrElse(price -> priced(text, price), () -> lump(text, line.net()));
        return text.build();
    }

    /** As many at that price, less the discount that sales states: what they come to is the net of sales. */
    private static void priced(DocumentLine.Builder line, LinePrice price) {
        line.quantity(price.quantity().number())
                .unit(price.quantity().unit().code())
                .unitPrice(Amounts.decimal(price.unitPrice()))
                .discountAmount(price.exactDiscount());
    }

    private static void lump(DocumentLine.Builder line, MonetaryAmount net) {
        Rational amount = Rational.of(Amounts.decimal(net));
        Rational sign = amount.signum() < 0 ? Rational.ONE.negate() : Rational.ONE;
        line.quantity(sign).unitPrice(amount.multiply(sign));
    }

    private DocumentDraft credit(InvoiceRequest request, InvoiceRequest.TakenBack back, int before) {
        IssuedDocument original =
                documents.creditable(DocumentId.of(back.document())).original();
        String id = before == 0 ? request.document() : request.document() + "/" + (before + 1);
        CreditLine[] lines = back.lines()
                .collect(line -> CreditLine.amount(
                        line.takesBack().orElseThrow().position(), line.net().negate()))
                .toArray(new CreditLine[0]);
        return DocumentDraft.credit(id, original, request.day(), lines);
    }
}
