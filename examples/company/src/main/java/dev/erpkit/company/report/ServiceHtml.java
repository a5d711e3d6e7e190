package dev.erpkit.company.report;

import dev.erpkit.core.worktime.TimeSpan;
import dev.erpkit.crm.service.Deadline;
import dev.erpkit.crm.service.Escalation;
import dev.erpkit.crm.service.QueueForecast;
import java.time.Duration;
import java.time.Instant;

/** Cases with their deadlines, each with the hours that it counted, and which of the open ones will be late. */
final class ServiceHtml {
    private final StringBuilder page;
    private final ServiceReport report;
    private final SalesWords words;

    ServiceHtml(StringBuilder page, ServiceReport report, SalesWords words) {
        this.page = page;
        this.report = report;
        this.words = words;
    }

    void show() {
        cases();
        report.cases().reject(one -> one.clocks().isEmpty()).forEach(this::derivation);
        page.append("<h3>").append(Text.name("期限超過の予測 Who will be late")).append("</h3>\n");
        queue("担当一名 One agent", report.alone());
        queue("担当二名 Two agents", report.together());
        page.append("<p class=\"when\">満足した顧客 Content customers ")
                .append(report.content().map(Object::toString).orElse("–"))
                .append(" · 未解決の最長 Oldest open case ")
                .append(report.backlog().oldest().map(SalesWords::hours).orElse("–"))
                .append("</p>\n");
    }

    private void cases() {
        HtmlTable table = new HtmlTable(
                page, 4, "受付 Case", "得意先 Customer", "内容 Subject", "状況 Status", "優先 Priority", "受付日時 Opened", "期限 Due");
        for (CaseReport one : report.cases()) {
            String id = Text.html(one.of().id().value());
            String status = one.of()
                    .mergedInto()
                    .map(into -> "→\u00a0" + Text.html(into.value()))
                    .orElseGet(() -> words.label("status", one.status().text()));
            table.cells(
                    one.clocks().isEmpty() ? id : "<a href=\"#" + id + "\">" + id + "</a>",
                    words.party(one.of().customer()),
                    Text.name(one.subject()),
                    status,
                    words.label("priority", one.of().priority().text()),
                    SalesWords.minute(one.of().openedAt()),
                    one.clocks().getLastOptional().map(ServiceHtml::due).orElse(""));
        }
        table.end();
    }

    private static String due(Deadline clock) {
        return clock.due().map(SalesWords::minute).orElse("停止中 <small>Stands still</small>");
    }

    private void derivation(CaseReport one) {
        page.append("<details><summary>")
                .append(Text.html(one.of().id().value()))
                .append(" 期限の根拠 <small>How its deadlines came about</small></summary><i class=\"at\" id=\"")
                .append(Text.html(one.of().id().value()))
                .append("\"></i>\n");
        one.clocks().forEach(this::clock);
        for (TimeSpan pause : one.of().pauses().spans()) {
            page.append("<p class=\"when\">停止 Pause ")
                    .append(SalesWords.minute(pause.start()))
                    .append(" – ")
                    .append(pause.hasEnd() ? SalesWords.minute(pause.end()) : "")
                    .append("</p>\n");
        }
        for (Escalation escalation : one.escalations()) {
            one.clocks()
                    .select(clock -> clock.clock() == escalation.clock())
                    .forEach(clock -> escalation
                            .at(clock, one.time(), one.of().pauses())
                            .ifPresent(at -> escalated(escalation, at)));
        }
        page.append("</details>\n");
    }

    private void escalated(Escalation escalation, Instant at) {
        page.append("<p class=\"when\">連絡 Told ")
                .append(SalesWords.minute(at))
                .append(' ')
                .append(Text.html(escalation.name()))
                .append("</p>\n");
    }

    /** The stretches of work that were counted; up to a deadline they sum to what was promised. */
    private void clock(Deadline clock) {
        HtmlTable table = new HtmlTable(page, 2, names(clock), "計算した時間帯 Hours counted", "時間 Time", "累計 So far");
        Duration sum = Duration.ZERO;
        for (TimeSpan span : clock.ledger()) {
            sum = sum.plus(span.length());
            table.cells(
                    "",
                    SalesWords.minute(span.start()) + "–" + SalesWords.clock(span.end()),
                    SalesWords.hours(span.length()),
                    SalesWords.hours(sum));
        }
        table.cells(
                        Text.name("約束 Promised"),
                        due(clock),
                        SalesWords.hours(clock.target()),
                        words.label("state", clock.state().text()) + "\u00a0" + SalesWords.hours(clock.elapsed()))
                .end();
    }

    private String names(Deadline clock) {
        return words.names().label("clock." + clock.clock().text());
    }

    private void queue(String title, QueueForecast forecast) {
        HtmlTable table = new HtmlTable(page, 1, title, "着手 Begins", "完了 Done", "期限 Due", "判定 Verdict");
        for (QueueForecast.Turn turn : forecast.turns()) {
            table.cells(
                    "<a href=\"#" + Text.html(turn.waiting().id().value()) + "\">"
                            + Text.html(turn.waiting().id().value()) + "</a>",
                    SalesWords.minute(turn.begins()),
                    SalesWords.minute(turn.ends()),
                    SalesWords.minute(turn.waiting().due()),
                    turn.isLate()
                            ? "<span class=\"late\">✗ 遅延 <small>Late</small></span>"
                            : "✓ <small>In time</small>");
        }
        table.end();
    }
}
