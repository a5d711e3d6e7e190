package dev.erpkit.company.report;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.crm.campaign.Attribution;
import dev.erpkit.crm.campaign.AttributionModel;
import dev.erpkit.crm.campaign.JourneyEvent;
import dev.erpkit.crm.campaign.NotSent;
import dev.erpkit.crm.campaign.SendFigures;
import java.time.YearMonth;
import java.util.TreeSet;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/** Who was in the segment and why, what was sent and what not, and who is credited with what came of it. */
final class CampaignHtml {
    private static final String ADVERTISING = "6210";

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
        figures();
        reminded();
        credits();
        page.append("<p class=\"when\">費用 Cost ")
                .append(Drills.link(
                        "L" + ADVERTISING + "-" + YearMonth.from(report.paid()),
                        Amounts.minor(report.result().cost())))
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
        return mail.notSent()
                .map(why -> "✗\u00a0" + reason(why.reason()))
                .orElseGet(() -> "✓\u00a0" + Text.html(mail.template()));
    }

    private String reason(NotSent.Reason reason) {
        return words.label("refusal", reason.code().toString());
    }

    /** All that was asked for, the reminders too. */
    private void figures() {
        SendFigures figures = report.figures();
        page.append("<p class=\"when\">配信 Sent ")
                .append(figures.sent())
                .append(" · 配信せず Not sent ")
                .append(figures.asked() - figures.sent());
        figures.notSent()
                .forEachKeyValue((why, count) ->
                        page.append(" · ").append(reason(why)).append(' ').append(count));
        page.append("</p>\n");
    }

    private void reminded() {
        HtmlTable table = new HtmlTable(page, 3, "得意先 Customer", "待機 Waited from", "判断 Decided", "案内 Reminded");
        for (CampaignReport.Traveller traveller : report.reminded()) {
            ImmutableList<JourneyEvent> events = traveller.events();
            boolean acted = events.anySatisfy(event -> event instanceof JourneyEvent.Acted);
            String reminded = events.selectInstancesOf(JourneyEvent.Withheld.class)
                    .collect(event -> "✗\u00a0" + reason(event.why().reason()))
                    .getFirstOptional()
                    .orElse(acted ? "✓" : "");
            table.cells(
                    words.party(traveller.party()),
                    SalesWords.minute(events.getFirst().at()),
                    SalesWords.minute(events.getLast().at()) + " "
                            + Text.name(acted ? "注文なし Not ordered" : "注文あり Ordered"),
                    reminded);
        }
        table.end();
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
