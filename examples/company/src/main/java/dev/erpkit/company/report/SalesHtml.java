package dev.erpkit.company.report;

import java.util.Map;

/** Selling on the page: deals, orders, cases and a campaign. */
final class SalesHtml {
    private final StringBuilder page;
    private final SalesReports reports;
    private final SalesWords words;

    SalesHtml(StringBuilder page, SalesReports reports, Map<String, String> parties) {
        this.page = page;
        this.reports = reports;
        this.words = new SalesWords(new Bilingual(), parties, reports.items());
    }

    void sections() {
        PipelineReport pipeline = reports.pipeline();
        section(
                "pipeline",
                "商談と売上予測 Pipeline and forecast",
                pipeline.forecast().day()
                        + " 現在 as of · 進行中は同日、受注済みは受注日のレート open deals at the rate of that day, won ones at that of theirs");
        new PipelineHtml(page, pipeline, words).show();
        page.append("</section>\n");
        section("order-to-cash", "受注から入金まで Order to cash", "数字から帳簿へ Figures lead to the books");
        reports.orders().forEach(order -> new OrderHtml(page, order, words).show());
        page.append("</section>\n");
        section(
                "service",
                "顧客対応の期限 Service deadlines",
                "営業時間で計算 Counted in working time · 明細は各期限に Each opens to its hours");
        new ServiceHtml(page, reports.service(), words).show();
        page.append("</section>\n");
        section(
                "campaign",
                "販促キャンペーン Campaign",
                reports.campaign().name() + " · " + reports.campaign().segment());
        new CampaignHtml(page, reports.campaign(), words).show();
        page.append("</section>\n");
    }

    private void section(String id, String title, String detail) {
        page.append("<section id=\"")
                .append(id)
                .append("\"><h2>")
                .append(Text.name(title))
                .append("</h2><p class=\"when\">")
                .append(Text.html(detail))
                .append("</p>\n");
    }
}
