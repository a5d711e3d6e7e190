package dev.erpkit.company.report;

import dev.erpkit.company.goods.Ware;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.analysis.AgedStock;
import dev.erpkit.inventory.analysis.StockAgeing;
import dev.erpkit.inventory.valuation.Balance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Goods: a card for each ware, and how old they are. */
final class StockHtml {
    private final StringBuilder page;
    private final StockReports stock;
    private final Drills drills;

    StockHtml(StringBuilder page, StockReports stock, Drills drills) {
        this.page = page;
        this.stock = stock;
        this.drills = drills;
    }

    /** What there is, which leads to the cards; their sum is the account. */
    void cards(String account) {
        HtmlTable table = new HtmlTable(page, 1, "商品 Ware", "数量 Quantity", "金額 Value", "単価 Each");
        for (Ware ware : Ware.values()) {
            Rational quantity = stock.ledger().quantity(ware.item());
            long value = stock.ledger().value(ware.item());
            table.cells(
                    Text.name(ware.text()),
                    Text.name(quantity(quantity) + " " + ware.unit()),
                    Drills.link("K-" + ware.item(), value),
                    Text.name(quantity.isZero() ? "" : each(value, quantity)));
        }
        table.sumOfCells(
                Text.name("合計 Total"),
                "",
                Drills.link("L" + account, stock.ledger().value()),
                "");
        table.end();
        for (Ware ware : Ware.values()) {
            card(ware);
        }
    }

    private static String each(long value, Rational quantity) {
        return rounded(Rational.of(value).divide(quantity));
    }

    /** With as many decimals as it has; where it has no end, about so much with two. */
    static String quantity(Rational quantity) {
        return quantity.exactDecimal()
                .map(number -> {
                    int digits = Math.max(0, number.stripTrailingZeros().scale());
                    return Text.amount(number.movePointRight(digits).longValueExact(), digits);
                })
                .orElseGet(() -> "≈\u00a0" + rounded(quantity));
    }

    private static String rounded(Rational number) {
        return new BigDecimal(number.numerator())
                .divide(new BigDecimal(number.denominator()), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private void card(Ware ware) {
        ImmutableList<Balance> rows = stock.card(ware);
        page.append("<details class=\"account\"><summary><span class=\"code\">")
                .append(ware.item())
                .append("</span><span class=\"name\">")
                .append(Text.name(ware.text()))
                .append("</span><b>")
                .append(Text.yen(stock.ledger().value(ware.item())))
                .append("</b></summary>\n<i class=\"at\" id=\"K-")
                .append(ware.item())
                .append("\"></i>\n");
        Balance before = new Balance(0, rows.getFirst().at(), rows.getFirst().pool(), Rational.ZERO, 0);
        for (YearMonth month : rows.collect(row -> YearMonth.from(row.at())).distinct()) {
            ImmutableList<Balance> ofMonth =
                    rows.select(row -> YearMonth.from(row.at()).equals(month));
            month(ware, month, before, ofMonth);
            before = ofMonth.getLast();
        }
        page.append("</details>\n");
    }

    private void month(Ware ware, YearMonth month, Balance before, ImmutableList<Balance> rows) {
        long change = Math.subtractExact(rows.getLast().value(), before.value());
        page.append("<details><summary class=\"sums\"><span>")
                .append(month)
                .append("</span><span>")
                .append(Text.yen(change))
                .append("</span><span>")
                .append(quantity(rows.getLast().quantity()))
                .append(' ')
                .append(ware.unit())
                .append("</span><span>")
                .append(Text.yen(rows.getLast().value()))
                .append("</span></summary>\n<table class=\"stock\"><thead><tr><th>日<th>伝票 Document<th>受入 In")
                .append("<th>払出 Out<th>増減額 Change")
                .append("<th>数量 Quantity<th>金額 Value</tr></thead><tbody>\n");
        Balance last = before;
        for (Balance row : rows) {
            Rational moved = row.quantity().subtract(last.quantity());
            page.append("<tr><td>").append(row.at().getDayOfMonth());
            cell(stock.document(row.event()));
            cell(moved.signum() > 0 ? quantity(moved) : "");
            cell(moved.signum() < 0 ? quantity(moved.negate()) : "");
            cell(Text.yen(Math.subtractExact(row.value(), last.value())));
            cell(quantity(row.quantity()));
            cell(Text.yen(row.value()));
            page.append('\n');
            last = row;
        }
        page.append("</tbody></table></details>\n");
    }

    private void cell(String text) {
        page.append("<td>").append(Text.html(text));
    }

    /** How fast goods went, and which of them matter; what went leads to the card. */
    void turnover() {
        HtmlTable table = new HtmlTable(
                page, 1, "商品 Ware", "売上原価 Sold", "加工 Made\u00a0into", "回転数 Times", "在庫日数 Days", "区分 Class");
        long sold = 0;
        long used = 0;
        for (WareTurnover row : stock.turnover()) {
            table.cells(
                    Text.name(row.ware().text()),
                    Drills.link("K-" + row.ware().item(), row.sold()),
                    Text.yen(row.used()),
                    row.times().map(StockHtml::rounded).orElse(""),
                    row.days().map(StockHtml::rounded).orElse(""),
                    row.abc().name());
            sold = Math.addExact(sold, row.sold());
            used = Math.addExact(used, row.used());
        }
        table.sumOfCells(Text.name("合計 Total"), Text.yen(sold), Text.yen(used), "", "", "")
                .end();
    }

    /** How old goods are; a figure leads to the deliveries that are left. */
    void ageing() {
        StockAgeing ageing = stock.ageing();
        MutableList<String> headings = StockReports.AGES
                .collect(days -> "～" + days + "日 days")
                .toList()
                .with(StockReports.AGES.getLast() + "日超 more")
                .with("合計 Total");
        headings.add(0, "商品 Ware");
        HtmlTable table = new HtmlTable(page, 1, headings.toArray(new String[0]));
        long[] sums = new long[StockReports.AGES.size() + 2];
        for (Ware ware : Ware.values()) {
            String[] cells = new String[sums.length + 1];
            cells[0] = Text.name(ware.text());
            long all = 0;
            for (int bucket = 0; bucket <= StockReports.AGES.size(); bucket++) {
                long value = ageing.value(ware.item(), bucket);
                all = Math.addExact(all, value);
                sums[bucket] = Math.addExact(sums[bucket], value);
                cells[bucket + 1] = value == 0 ? "0" : aged(ware, bucket, value);
            }
            cells[sums.length] = Drills.link("K-" + ware.item(), all);
            sums[sums.length - 1] = Math.addExact(sums[sums.length - 1], all);
            table.cells(cells);
        }
        String[] total = new String[sums.length + 1];
        total[0] = Text.name("合計 Total");
        for (int i = 0; i < sums.length; i++) {
            total[i + 1] = Text.yen(sums[i]);
        }
        table.sumOfCells(total).end();
    }

    private String aged(Ware ware, int bucket, long value) {
        String id = "A-" + ware.item() + "-" + bucket;
        StringBuilder panel = new StringBuilder();
        HtmlTable table = new HtmlTable(panel, 2, "受入日 Since", "日数 Days", "数量 Quantity", "金額 Value");
        long sum = 0;
        for (AgedStock left : stock.aged(ware)) {
            if (bucket(left.since()) == bucket) {
                table.row(
                        left.since().toString(),
                        String.valueOf(ChronoUnit.DAYS.between(left.since(), stock.day())),
                        quantity(left.quantity()),
                        Text.yen(left.value()));
                sum = Math.addExact(sum, left.value());
            }
        }
        table.sum("合計 Total", "", "", Text.yen(sum)).end();
        drills.panel(id, ware.text(), panel);
        return Drills.link(id, value);
    }

    private int bucket(LocalDate since) {
        long days = ChronoUnit.DAYS.between(since, stock.day());
        int found = StockReports.AGES.detectIndex(bound -> days <= bound);
        return found < 0 ? StockReports.AGES.size() : found;
    }
}
