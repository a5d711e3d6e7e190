package dev.erpkit.company.report;

import dev.erpkit.accounting.document.DocumentKind;
import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.crm.sales.SalesRecord;
import dev.erpkit.crm.sales.order.LineProgress;
import dev.erpkit.crm.sales.order.LineQuantity;
import dev.erpkit.crm.sales.order.Order;
import dev.erpkit.crm.sales.order.OrderChange;
import dev.erpkit.crm.sales.price.OfferFigures;
import dev.erpkit.crm.sales.quote.Quote;
import dev.erpkit.crm.sales.quote.QuoteRevision;
import java.time.YearMonth;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/** An order: what was quoted, how far each line is, and what happened; invoices lead to what they are in the books. */
final class OrderHtml {
    private static final String RECEIVABLES = "1160";

    private final StringBuilder page;
    private final OrderReport report;
    private final SalesWords words;

    OrderHtml(StringBuilder page, OrderReport report, SalesWords words) {
        this.page = page;
        this.report = report;
        this.words = words;
    }

    void show() {
        Order order = report.order();
        page.append("<h3 id=\"order-")
                .append(Text.html(order.id().value()))
                .append("\">")
                .append(Text.html(order.id().value()))
                .append(' ')
                .append(words.party(order.party()))
                .append(" <small>")
                .append(paid() ? "✓ 納品・請求・入金済み Delivered, invoiced and paid" : "進行中 In progress")
                .append("</small></h3>\n");
        report.quote().ifPresent(this::quote);
        lines(order);
        page.append("<details><summary>経過 <small>What happened</small></summary>\n");
        steps();
        page.append("</details>\n");
    }

    private boolean paid() {
        return report.order().settled()
                && report.invoices().allSatisfy(invoice -> invoice.open().isZero());
    }

    private void quote(Quote quote) {
        HtmlTable table = new HtmlTable(
                page, 3, "見積 Quote", "状態 State", "承認 Approved by", "定価 List", "値引 Discount", "税抜 Net", "税込 Gross");
        for (QuoteRevision revision : quote.revisions()) {
            OfferFigures figures = revision.draft().figures();
            table.cells(
                    Text.html(quote.name(revision)),
                    words.label(
                            "revision",
                            quote.state(revision, report.steps().getFirst().date())
                                    .text()),
                    Text.html(revision.approved().makeString(", ")),
                    money(figures.listMinor()),
                    money(figures.listMinor() - figures.netMinor()),
                    money(figures.netMinor()),
                    money(figures.totalMinor()));
        }
        table.end();
    }

    private void lines(Order order) {
        HtmlTable table = new HtmlTable(
                page,
                1,
                "品目 Item",
                "受注 Ordered",
                "納品 Delivered",
                "返品 Returned",
                "残 Back order",
                "請求 Invoiced",
                "単価 Price",
                "税抜請求額 Net invoiced");
        for (LineProgress line : order.lines()) {
            table.cells(
                    words.item(line.sale().item()),
                    line.ordered().toString(),
                    line.delivered().toString(),
                    line.credited().add(line.replaced()).toString(),
                    line.backOrder().toString(),
                    line.invoiced().toString(),
                    money(Amounts.minor(line.sale().unitPrice())),
                    money(line.invoicedMinor()));
        }
        table.sum("合計 Total", "", "", "", "", "", "", money(order.invoicedMinor()))
                .end();
    }

    private void steps() {
        HtmlTable table = new HtmlTable(
                page, 4, "日付 Day", "何が What", "書類 Document", "番号・数量 Number or quantity", "税込 Gross", "未決済 Open");
        for (SalesRecord<OrderChange> step : report.steps()) {
            step.changes().forEach(change -> step(table, step, change));
        }
        table.end();
    }

    private void step(HtmlTable table, SalesRecord<OrderChange> step, OrderChange change) {
        String day = step.date().toString();
        if (change instanceof OrderChange.Placed placed) {
            table.cells(
                    day,
                    Text.name("受注 Placed"),
                    Text.html(step.document().value()),
                    Text.html(placed.quote().orElse("")),
                    money(report.order().figures().totalMinor()),
                    "");
        } else if (change instanceof OrderChange.Delivered delivered) {
            goods(table, day, "納品 Delivered", delivered.document().value(), delivered.quantities());
        } else if (change instanceof OrderChange.Returned returned) {
            goods(table, day, "返品 Returned", returned.document().value(), returned.quantities());
        } else if (change instanceof OrderChange.Cancelled cancelled) {
            goods(table, day, "取消 Cancelled", "", cancelled.quantities());
        } else if (change instanceof OrderChange.Invoiced invoiced) {
            report.invoices()
                    .select(each -> each.document()
                            .id()
                            .value()
                            .equals(invoiced.invoice().document().value()))
                    .forEach(each -> invoice(table, each));
        }
    }

    private static void goods(
            HtmlTable table, String day, String what, String document, ImmutableList<LineQuantity> goods) {
        table.cells(
                day,
                Text.name(what),
                Text.html(document),
                goods.collect(some -> some.line() + "\u00a0×\u00a0" + some.quantity())
                        .makeString(", "),
                "",
                "");
    }

    /** Yen as figures alone, other currencies with their code. */
    private String money(long minor) {
        MonetaryAmount amount = Amounts.ofMinor(minor, report.order().currency());
        return amount.getCurrency().getCurrencyCode().equals("JPY") ? Text.yen(minor) : SalesWords.money(amount);
    }

    private void invoice(HtmlTable table, OrderReport.Invoice each) {
        IssuedDocument document = each.document();
        boolean credit = document.kind() == DocumentKind.SALES_CREDIT_NOTE;
        long total = document.figures().totalMinor();
        table.cells(
                document.documentDate().toString(),
                Text.name(credit ? "返金伝票 Credit note" : "請求 Invoiced"),
                Text.html(document.id().value()),
                Text.html(document.number().toString()),
                Drills.link(
                        "L" + RECEIVABLES + "-" + YearMonth.from(document.effectiveDate()),
                        money(credit ? -total : total)),
                money(Amounts.minor(each.open())));
        if (each.exchangeMinor() != 0) {
            table.cells(
                    "",
                    Text.name(each.exchangeMinor() > 0 ? "為替差益 Exchange gain" : "為替差損 Exchange loss"),
                    Text.html(document.id().value()),
                    "",
                    Text.yen(each.exchangeMinor()),
                    "");
        }
    }
}
