package dev.erpkit.company.report;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.ledger.LedgerLine;
import dev.erpkit.accounting.report.CellLine;
import dev.erpkit.accounting.report.StatementCell;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What stands behind figures: for each a panel that its link opens, with the accounts that make it up, and the lines
 * themselves where there are few. A panel is the target of its link, so it needs no script.
 */
final class Drills {
    private static final int FEW = 40;

    private final LineTexts texts;
    private final YearReports reports;
    private final StringBuilder panels = new StringBuilder(1 << 16);

    private record Part(int lines, long minor) {
        Part plus(long more) {
            return new Part(lines + 1, Math.addExact(minor, more));
        }
    }

    Drills(YearReports reports, LineTexts texts) {
        this.reports = reports;
        this.texts = texts;
    }

    /** A figure that leads to its panel. */
    String figure(String id, String title, StatementCell cell) {
        if (cell.minor() == 0) {
            return Text.yen(0);
        }
        panel("D-" + id, title, cell);
        return link("D-" + id, cell.minor());
    }

    /** A figure that leads to a place on the page. */
    static String link(String target, long minor) {
        return link(target, Text.yen(minor));
    }

    /** A figure that is ready for the page and leads to a place on it. */
    static String link(String target, String figure) {
        return "<a href=\"#" + Text.html(target) + "\">" + figure + "</a>";
    }

    String panels() {
        return panels.toString();
    }

    /** A panel of what is ready for the page. */
    void panel(String id, String title, CharSequence html) {
        open(id, title);
        panels.append(html).append("</aside>\n");
    }

    private void open(String id, String title) {
        panels.append("<aside class=\"drill\" id=\"")
                .append(Text.html(id))
                .append("\"><a class=\"close\" href=\"#x\" aria-label=\"閉じる Close\">✕</a><h3>")
                .append(Text.name(title))
                .append("</h3>\n");
    }

    private void panel(String id, String title, StatementCell cell) {
        ImmutableList<CellLine> lines = cell.lines();
        Map<AccountId, Part> parts = new TreeMap<>();
        for (CellLine line : lines) {
            Part before = parts.getOrDefault(line.line().account(), new Part(0, 0));
            parts.put(line.line().account(), before.plus(line.minor()));
        }
        open(id, title);
        panels.append("<table><thead><tr><th>勘定科目 Account<th>明細 Lines<th>金額 Amount</tr></thead><tbody>\n");
        parts.forEach((account, part) -> panels.append("<tr><td><a href=\"#L")
                .append(account)
                .append("\"><span class=\"code\">")
                .append(account)
                .append("</span>")
                .append(Text.name(reports.name(account)))
                .append("</a><td>")
                .append(Text.yen(part.lines()))
                .append("<td>")
                .append(Text.yen(part.minor()))
                .append("</tr>\n"));
        panels.append("<tr class=\"sum\"><td>合計 <small>Total</small><td>")
                .append(Text.yen(lines.size()))
                .append("<td>")
                .append(Text.yen(cell.minor()))
                .append("</tr>\n</tbody></table>\n");
        if (lines.size() <= FEW) {
            lines(lines);
        }
        panels.append("</aside>\n");
    }

    private void lines(ImmutableList<CellLine> lines) {
        panels.append("<table class=\"few\"><thead><tr><th>日付 Date<th>摘要 Text<th>金額 Amount</tr></thead><tbody>\n");
        lines.forEach(each -> panels.append("<tr><td><a href=\"#")
                .append(place(each.line()))
                .append("\">")
                .append(each.line().date())
                .append("</a><td>")
                .append(Text.html(texts.document(each.line())))
                .append(" <small>")
                .append(Text.html(texts.text(each.line())))
                .append("</small><td>")
                .append(Text.yen(each.minor()))
                .append("</tr>\n"));
        panels.append("</tbody></table>\n");
    }

    /** The month of a line in the general ledger; what is older is in the opening balance. */
    private String place(LedgerLine line) {
        return reports.year().contains(line.date())
                ? "L" + line.account() + "-" + YearMonth.from(line.date())
                : "L" + line.account();
    }
}
