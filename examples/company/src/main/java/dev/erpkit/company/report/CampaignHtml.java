package dev.erpkit.company.report;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.crm.campaign.Attribution;
import dev.erpkit.crm.campaign.AttributionModel;
import java.util.TreeSet;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/** Who was in the segment and why, what was sent and what not, and who is credited with what came of it. */
final class CampaignHtml {
    private final StringBuilder page;
    private final CampaignReport report;
    private final SalesWords words;

    CampaignHtml(StringBuilder page, CampaignReport report, SalesWords words) {
        this.page = page;
        this.report = report;
        this.words = words;
    }

    void show() {
        recipients();
        credits();
        page.append("<p class=\"when\">費用 Cost ")
                .append(SalesWords.money(report.result().cost()))
                .append(" · 到達 Reached ")
                .append(report.result().sent())
                .append(" · 反応 Responses ")
                .append(report.result().responses())
                .append(" · 均等配分による貢献 Credited, linear ")
                .append(SalesWords.money(report.result().revenue()))
                .append("</p>\n");
    }

    private void recipients() {
        ImmutableList<String> days = report.rows()
                .flatCollect(CampaignReport.Row::mails)
                .collect(mail -> mail.day().toString())
                .distinct();
        MutableList<String> headings =
                Lists.mutable.of("得意先 Customer", "対象外の理由 Why not in").withAll(days);
        HtmlTable table = new HtmlTable(page, 2, headings.with("4・5月の購入 Bought").toArray(new String[0]));
        for (CampaignReport.Row row : report.rows()) {
            MutableList<String> cells = Lists.mutable.of(
                    words.party(row.party()), row.missing().collect(Text::name).makeString("、"));
            days.forEach(day -> cells.add(row.mails()
                    .select(mail -> mail.day().toString().equals(day))
                    .collect(this::mail)
                    .makeString("")));
            table.cells(cells.with(Text.yen(row.boughtMinor())).toArray(new String[0]));
        }
        table.end();
    }

    private String mail(CampaignReport.Mail mail) {
        return mail.refusal()
                .map(refusal ->
                        "✗\u00a0" + words.label("refusal", refusal.code().toString()))
                .orElseGet(() -> "✓\u00a0" + Text.html(mail.template()));
    }

    /** What each rule credits to each channel; every row sums to what was won. */
    private void credits() {
        ImmutableList<String> channels = Lists.immutable.withAll(new TreeSet<>(report.credits()
                .flatCollect(credit -> credit.credits().keysView())
                .castToList()));
        MutableList<String> headings = Lists.mutable.of("貢献 Credit");
        channels.forEach(channel -> headings.add(words.names().label("channel." + channel)));
        HtmlTable table = new HtmlTable(page, 1, headings.with("受注 Won").toArray(new String[0]));
        for (Attribution credit : report.credits()) {
            ImmutableSortedMap<String, MonetaryAmount> parts = credit.allocate(report.value());
            MutableList<String> cells = Lists.mutable.of(words.label("model", name(credit.model())));
            channels.forEach(channel ->
                    cells.add(parts.containsKey(channel) ? Text.yen(Amounts.minor(parts.get(channel))) : ""));
            long sum = parts.valuesView().sumOfLong(Amounts::minor);
            table.cells(cells.with(Text.yen(sum)).toArray(new String[0]));
        }
        table.end();
    }

    private static String name(AttributionModel model) {
        String text = model.text();
        int blank = text.indexOf(' ');
        return blank < 0 ? text : text.substring(0, blank);
    }
}
