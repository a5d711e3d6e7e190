package dev.erpkit.company.report;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.pipeline.Deal;
import dev.erpkit.crm.pipeline.Expectation;
import dev.erpkit.crm.pipeline.Forecast;
import dev.erpkit.crm.pipeline.PricedDeal;
import dev.erpkit.crm.pipeline.SnapshotChange;
import dev.erpkit.crm.pipeline.Stage;
import dev.erpkit.crm.pipeline.StageKind;
import java.math.BigDecimal;
import java.util.Map;

/** The deals, stage by stage and one by one, what changed, and who sold. */
final class PipelineHtml {
    private final StringBuilder page;
    private final PipelineReport report;
    private final SalesWords words;

    PipelineHtml(StringBuilder page, PipelineReport report, SalesWords words) {
        this.page = page;
        this.report = report;
        this.words = words;
    }

    void show() {
        stages();
        deals();
        unpriced();
        wonAbroad();
        changes();
        sellers();
    }

    private void stages() {
        HtmlTable table = new HtmlTable(page, 1, "段階 Stage", "件数 Deals", "滞留 Rotting", "金額 Worth", "加重 Weighted");
        for (Stage stage : report.pipeline().stages()) {
            Forecast of = report.forecast().select(deal -> deal.stage().equals(stage.id()));
            int rotting = report.deals()
                    .count(deal -> deal.stage().equals(stage.id())
                            && stage.rottingDays(deal.inStageSince(), report.now())
                                    .isPresent());
            table.cells(
                    words.label("stage", stage.id().value()),
                    String.valueOf(of.counted()),
                    rotting == 0 ? "" : String.valueOf(rotting),
                    Text.yen(Amounts.minor(of.worth(stage.kind()))),
                    Text.yen(Amounts.minor(of.weighted())));
        }
        Forecast open = open();
        table.sumOfCells(
                        Text.name("進行中の商談 Open deals"),
                        String.valueOf(open.counted()),
                        "",
                        "<a href=\"#deals\">" + Text.yen(Amounts.minor(open.unweighted())) + "</a>",
                        "<a href=\"#deals\">" + Text.yen(Amounts.minor(open.weighted())) + "</a>")
                .end();
    }

    private Forecast open() {
        return report.forecast().select(deal -> deal.kind() == StageKind.OPEN);
    }

    /** How each figure of the forecast came about: amount, rate and probability. */
    private void deals() {
        page.append("<h3 id=\"deals\">").append(Text.name("進行中の商談 Open deals")).append("</h3>\n");
        HtmlTable table = new HtmlTable(
                page,
                3,
                "商談 Deal",
                "得意先 Customer",
                "段階 Stage",
                "予定日 Expected",
                "金額 Amount",
                "レート Rate",
                "円換算 In JPY",
                "確度 Probability",
                "加重 Weighted");
        open().priced().forEach(deal -> deal(table, deal));
        Forecast open = open();
        table.sum(
                        "合計 Total",
                        "",
                        "",
                        "",
                        "",
                        "",
                        Text.yen(Amounts.minor(open.unweighted())),
                        "",
                        Text.yen(Amounts.minor(open.weighted())))
                .end();
    }

    private void deal(HtmlTable table, PricedDeal priced) {
        Expectation deal = priced.of();
        String id = Text.html(deal.deal().value());
        table.cells(
                "<i class=\"at\" id=\"deal-" + id + "\"></i>" + id,
                customer(deal),
                words.label("stage", deal.stage().value()),
                deal.day().toString(),
                SalesWords.money(deal.amount()),
                priced.rate().map(PipelineHtml::rate).orElse(""),
                Text.yen(priced.minor()),
                deal.probability().stripTrailingZeros().toPlainString() + "%",
                Text.yen(priced.weightedMinor()));
    }

    private static String rate(ExchangeRate rate) {
        return rate.rate()
                        .exactDecimal()
                        .map(BigDecimal::toPlainString)
                        .orElseGet(() -> rate.rate().toString())
                + " <small>" + rate.date() + "</small>";
    }

    private String customer(Expectation deal) {
        return report.deals()
                .detectOptional(one -> one.id().equals(deal.deal()))
                .map(Deal::party)
                .map(words::party)
                .orElse("");
    }

    /** Never guessed, and so named. */
    private void unpriced() {
        open().unpriced()
                .forEach(deal -> page.append("<p class=\"verdict broken\" id=\"deal-")
                        .append(Text.html(deal.deal().value()))
                        .append("\">✗ ")
                        .append(Text.html(deal.deal().value()))
                        .append(' ')
                        .append(customer(deal))
                        .append(' ')
                        .append(SalesWords.money(deal.amount()))
                        .append(" · 換算レートなし、予測に含まず No rate on ")
                        .append(report.forecast().day())
                        .append(", not in the forecast</p>\n"));
    }

    /** At the rate of the day on which they were won. */
    private void wonAbroad() {
        report.forecast()
                .select(deal -> deal.kind() == StageKind.WON)
                .priced()
                .select(deal -> deal.rate().isPresent())
                .forEach(deal -> page.append("<p class=\"when\">受注 Won ")
                        .append(Text.html(deal.of().deal().value()))
                        .append(' ')
                        .append(customer(deal.of()))
                        .append(' ')
                        .append(SalesWords.money(deal.of().amount()))
                        .append(" × ")
                        .append(deal.rate().map(PipelineHtml::rate).orElse(""))
                        .append(" = ")
                        .append(Text.yen(deal.minor()))
                        .append("</p>\n"));
    }

    private void changes() {
        page.append("<h3>")
                .append(Text.name(report.since() + "以降の変化 What changed since"))
                .append("</h3>\n");
        HtmlTable table = new HtmlTable(page, 2, "商談 Deal", "変化 Change", "進行中の金額への影響 Effect on open deals");
        for (SnapshotChange change : report.changes()) {
            boolean open = report.forecast()
                    .deals()
                    .anySatisfy(deal -> deal.deal().equals(change.deal()) && deal.kind() == StageKind.OPEN);
            String id = Text.html(change.deal().value());
            table.cells(
                    open ? "<a href=\"#deal-" + id + "\">" + id + "</a>" : id,
                    change.ways()
                            .collect(way -> words.label("change", way.name()))
                            .makeString("、"),
                    effect(change.effect().castToSortedMap()));
        }
        table.end();
    }

    private static String effect(Map<String, Long> effect) {
        StringBuilder text = new StringBuilder();
        effect.forEach((currency, minor) -> text.append(text.isEmpty() ? "" : ", ")
                .append(SalesWords.money(Amounts.ofMinor(minor, Amounts.currency(currency)))));
        return text.toString();
    }

    private void sellers() {
        page.append("<h3>").append(Text.name("担当者 Sellers")).append("</h3>\n");
        HtmlTable table = new HtmlTable(page, 1, "担当 Seller", "目標 Quota", "受注 Won", "達成率 Attainment", "歩合 Commission");
        for (PipelineReport.Seller seller : report.sellers()) {
            table.row(
                    seller.quota().seller().value(),
                    Text.yen(Amounts.minor(seller.quota().amount())),
                    Text.yen(Amounts.minor(seller.won())),
                    percent(seller.quota().attainment(seller.won())),
                    Text.yen(Amounts.minor(seller.commission().amount())));
        }
        table.end();
        for (PipelineReport.Seller seller : report.sellers()) {
            page.append("<details><summary>")
                    .append(Text.html(seller.quota().seller().value()))
                    .append(" 歩合の計算 <small>How the commission came about</small></summary><pre><code>")
                    .append(Text.html(seller.commission().trace().render()))
                    .append("</code></pre></details>\n");
        }
    }

    /** Down to a tenth of a percent. */
    private static String percent(Rational share) {
        Rational tenths = share.multiply(Rational.of(1000));
        return Text.amount(tenths.numerator().divide(tenths.denominator()).longValueExact(), 1) + "%";
    }
}
