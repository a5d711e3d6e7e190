package dev.erpkit.storage.jdbc;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.billing.BillingChange;
import dev.erpkit.crm.sales.billing.BillingFact;
import dev.erpkit.crm.sales.billing.BillingStatement;
import dev.erpkit.crm.sales.price.TaxFigure;
import dev.erpkit.storage.jdbc.SalesTable.Cells;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Statements as rows. A net stands behind its sale; its taxes name it by its position, counted from 1. */
final class BillingCodec implements SalesCodec<BillingChange> {
    @Override
    public void write(SalesRows rows, BillingChange change) {
        BillingStatement statement = ((BillingChange.Issued) change).statement();
        OfferRows.currency(rows.change.with("kind", "ISSUED"), statement.currency())
                .with("statement_number", (long) statement.number())
                .with("valid_from", statement.period().startInclusive())
                .with("valid_through", statement.period().lastDay())
                .with("collection_date", statement.collection())
                .with("previous_minor", statement.previousMinor());
        statement
                .received()
                .forEach(some -> rows.facts.add(fact("RECEIVED", some).with("minor", some.minor())));
        statement.sold().forEach(some -> sold(rows, some));
        statement
                .taxes()
                .forEach(tax -> rows.taxes.add(OfferRows.tax(0, tax.rate())
                        .with("base_minor", tax.baseMinor())
                        .with("tax_minor", tax.taxMinor())));
    }

    private static Cells fact(String kind, BillingFact fact) {
        return Cells.empty()
                .with("kind", kind)
                .with("document", fact.document().value())
                .with("fact_date", fact.day());
    }

    private static void sold(SalesRows rows, BillingFact.Sold sold) {
        rows.facts.add(fact("SOLD", sold));
        sold.nets().forEach(net -> {
            rows.facts.add(Cells.empty().with("kind", "NET").with("minor", net.minor()));
            net.taxes().forEach(tax -> rows.taxes.add(OfferRows.tax(rows.facts.size(), tax)));
        });
    }

    @Override
    public BillingChange read(SalesRows rows, PartyId party) {
        Cells cells = rows.change;
        return new BillingChange.Issued(new BillingStatement(
                cells.count("statement_number"),
                DateRange.ofClosed(
                        cells.day("valid_from").orElseThrow(),
                        cells.day("valid_through").orElseThrow()),
                cells.day("collection_date").orElseThrow(),
                OfferRows.currency(cells),
                cells.number("previous_minor"),
                rows.facts
                        .toImmutable()
                        .select(fact -> fact.text("kind").equals("RECEIVED"))
                        .collect(fact -> new BillingFact.Received(
                                DocumentId.of(fact.text("document")),
                                fact.day("fact_date").orElseThrow(),
                                fact.number("minor"))),
                sales(rows),
                SalesRows.ofLine(rows.taxes, 0)
                        .collect(tax ->
                                new TaxFigure(OfferRows.tax(tax), tax.number("base_minor"), tax.number("tax_minor")))));
    }

    private static ImmutableList<BillingFact.Sold> sales(SalesRows rows) {
        MutableList<BillingFact.Sold> sales = Lists.mutable.empty();
        for (int i = 0; i < rows.facts.size(); i++) {
            Cells fact = rows.facts.get(i);
            if (fact.text("kind").equals("SOLD")) {
                sales.add(new BillingFact.Sold(
                        DocumentId.of(fact.text("document")),
                        fact.day("fact_date").orElseThrow(),
                        nets(rows, i + 1)));
            }
        }
        return sales.toImmutable();
    }

    private static ImmutableList<BillingFact.Net> nets(SalesRows rows, int from) {
        MutableList<BillingFact.Net> nets = Lists.mutable.empty();
        for (int i = from;
                i < rows.facts.size() && rows.facts.get(i).text("kind").equals("NET");
                i++) {
            nets.add(new BillingFact.Net(
                    SalesRows.ofLine(rows.taxes, i + 1).collect(OfferRows::tax),
                    rows.facts.get(i).number("minor")));
        }
        return nets.toImmutable();
    }
}
