package dev.erpkit.company.report;

import dev.erpkit.accounting.document.DocumentTax;
import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.accounting.document.IssuedLine;
import dev.erpkit.accounting.tax.TaxPart;
import dev.erpkit.core.quantity.Rational;
import java.util.Map;
import java.util.TreeMap;

/** An invoice as it was issued, and how its tax came about. */
final class InvoiceHtml {
    private final StringBuilder page;
    private final Map<String, String> parties;

    InvoiceHtml(StringBuilder page, Map<String, String> parties) {
        this.page = page;
        this.parties = parties;
    }

    void show(BusinessReports reports) {
        IssuedDocument invoice = reports.invoice();
        String party = invoice.party().value();
        page.append("<p>")
                .append(Text.html(parties.getOrDefault(party, party)))
                .append(" 御中 · ")
                .append(Text.html(invoice.id().value()))
                .append(" · ")
                .append(Text.html(invoice.number().toString()))
                .append(" · ")
                .append(invoice.documentDate());
        invoice.facts()
                .forEachKeyValue((name, fact) ->
                        page.append(" · ").append(Text.html(name)).append(' ').append(Text.html(fact)));
        page.append("</p>\n");
        HtmlTable lines = new HtmlTable(page, 1, "品目 Goods", "数量 Quantity", "単価 Price", "税抜金額 Net");
        invoice.lines()
                .forEach(line -> lines.row(
                        line.text(),
                        line.quantity() + line.unit(),
                        Text.yen(whole(line.unitPrice())),
                        Text.yen(line.netMinor())));
        lines.end();
        rates(invoice);
        page.append("<details><summary>税額の計算 <small>How the tax came about</small></summary><pre><code>")
                .append(Text.html(reports.derivation().render()))
                .append("</code></pre></details>\n");
    }

    /** What is on the paper for each rate: the national and the local part together. */
    private void rates(IssuedDocument invoice) {
        Map<String, long[]> rates = new TreeMap<>();
        Map<String, Rational> percents = new TreeMap<>();
        for (IssuedLine line : invoice.lines()) {
            String treatment = line.taxes().getFirst().tax().treatment().name();
            long[] sums = rates.computeIfAbsent(treatment, name -> new long[2]);
            sums[0] += line.netMinor();
            sums[1] += line.taxMinor();
        }
        for (DocumentTax tax : invoice.taxes()) {
            if (tax.tax().part() == TaxPart.Of.TAX) {
                percents.merge(tax.tax().treatment().name(), tax.tax().rate().orElse(Rational.ZERO), Rational::add);
            }
        }
        HtmlTable table = new HtmlTable(page, 1, "税率 Rate", "対象 Base", "消費税 Tax", "端数 Rounding");
        rates.forEach((treatment, sums) -> table.row(
                percents.getOrDefault(treatment, Rational.ZERO) + "%",
                Text.yen(sums[0]),
                Text.yen(sums[1]),
                "税率ごとに切捨て Once a rate, down"));
        table.sum(
                        "合計 Total",
                        Text.yen(invoice.figures().netMinor()),
                        Text.yen(invoice.figures().taxMinor()),
                        "税込\u00a0" + Text.yen(invoice.figures().totalMinor()))
                .end();
    }

    private static long whole(Rational price) {
        return price.numerator().divide(price.denominator()).longValueExact();
    }
}
