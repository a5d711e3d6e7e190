package dev.erpkit.company;

import dev.erpkit.accounting.document.DocumentDraft;
import dev.erpkit.accounting.document.DocumentId;
import dev.erpkit.accounting.document.DocumentKind;
import dev.erpkit.accounting.document.DocumentLine;
import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.core.money.Amounts;
import org.eclipse.collections.api.factory.SortedMaps;

/** Sales and purchases as documents. */
final class Invoices {
    static final String EXPORT = "export";
    /** Goods that came in: their bill meets what was received. */
    static final String GOODS = "goods";

    /** Freight and the like of imports, which stock puts on the goods. */
    static final String CHARGES = "charges";

    private Invoices() {}

    /** The invoice or bill of a trade, due as a whole. */
    static DocumentDraft of(Trade trade) {
        DocumentDraft.Builder draft = DocumentDraft.builder();
        draft.id(trade.document())
                .kind(trade.sale() ? DocumentKind.SALES_INVOICE : DocumentKind.PURCHASE_BILL)
                .party(trade.partner().party())
                .documentDate(trade.date())
                .currency(Amounts.currency(trade.partner().currency()))
                .taxPolicy(CompanyTaxes.POLICY)
                .narrative(trade.lines().get(0).text());
        trade.lines().forEach(line -> draft.add(line(trade, line)));
        if (trade.sale()) {
            draft.facts(SortedMaps.immutable.of("登録番号", CompanyTaxes.REGISTRATION.value()));
        }
        draft.due(
                trade.due(),
                Amounts.ofMinor(trade.gross(), Amounts.currency(trade.partner().currency())));
        return draft.build();
    }

    private static DocumentLine line(Trade trade, Trade.Line line) {
        String bought = line.ware().isPresent() ? GOODS : CHARGES;
        String sold = trade.partner().foreign() ? EXPORT : "";
        DocumentLine.Builder own = DocumentLine.builder();
        own.text(line.text()).quantity(line.quantity().toPlainString()).unit(line.unit());
        return own.unitPrice(line.price())
                .taxes(line.taxes().toArray(new String[0]))
                .qualifier(trade.sale() ? sold : bought)
                .build();
    }

    /** The open item of an invoice: the first line of its entry. */
    static ItemId item(Trade trade) {
        return new ItemId(EntryId.of(IssuedDocument.eventOf(DocumentId.of(trade.document())), BookId.MAIN), 0);
    }
}
