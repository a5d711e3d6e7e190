package dev.erpkit.company.report;

import dev.erpkit.accounting.report.ChangesInEquity;
import dev.erpkit.accounting.report.ChangesInEquity.Component;
import dev.erpkit.accounting.report.Statement;
import dev.erpkit.accounting.report.StatementColumn;
import dev.erpkit.accounting.report.StatementRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.eclipse.collections.api.list.ImmutableList;

/** Statements as tables; the figures of the first column lead to what stands behind them. */
final class StatementHtml {
    private final StringBuilder page;
    private final Drills drills;

    StatementHtml(StringBuilder page, Drills drills) {
        this.page = page;
        this.drills = drills;
    }

    /** One period with each figure as a share of another row's. */
    void withShares(String key, Statement statement, String whole) {
        long all = statement.minor(whole, 0);
        page.append("<table class=\"statement beside\"><thead><tr><th>科目<th>金額<th>売上比</tr></thead><tbody>\n");
        statement.rows().forEach(row -> {
            start(key, row);
            page.append("<td>").append(row.cells().isEmpty() ? "" : share(figure(row), all));
            page.append("</tr>\n");
        });
        page.append("</tbody></table>\n");
    }

    /** The rows from one through another, with the column before beside them where there is one. */
    void part(String key, Statement statement, String first, String last) {
        int from = statement.rows().detectIndex(row -> row.id().equals(first));
        int to = statement.rows().detectIndex(row -> row.id().equals(last));
        ImmutableList<StatementColumn> more = statement.columns().drop(1);
        page.append("<table class=\"statement beside\"><thead><tr><th>科目<th>")
                .append(Text.name(statement.columns().getFirst().label()));
        more.forEach(column -> page.append("<th>").append(Text.html(column.label())));
        page.append("</tr></thead><tbody>\n");
        for (StatementRow row : statement.rows().subList(from, to + 1)) {
            start(key, row);
            row.cells().drop(1).forEach(cell -> page.append("<td>").append(Text.yen(cell.minor())));
            page.append("</tr>\n");
        }
        page.append("</tbody></table>\n");
    }

    /** Month by month; the figures of accounts lead to the entries of the month. */
    void months(Statement statement) {
        page.append("<table class=\"statement months\"><thead><tr><th>科目");
        statement.columns().forEach(column -> page.append("<th>").append(Text.name(column.label())));
        page.append("</tr></thead><tbody>\n");
        statement.rows().forEach(row -> {
            label(row);
            for (int i = 0; i < row.cells().size(); i++) {
                long minor = row.cells().get(i).minor();
                String month = statement.columns().get(i).label();
                boolean leads = row.account().isPresent()
                        && minor != 0
                        && i < row.cells().size() - 1;
                page.append("<td>")
                        .append(leads ? Drills.link("L" + row.account().get() + "-" + month, minor) : Text.yen(minor));
            }
            page.append("</tr>\n");
        });
        page.append("</tbody></table>\n");
    }

    /** The statement of changes in equity. */
    void changes(ChangesInEquity changes) {
        page.append("<table class=\"statement\"><thead><tr><th>項目<th>当期首残高<th>当期純利益<th>その他の変動<th>当期末残高")
                .append("</tr></thead><tbody>\n");
        changes.components().forEach(part -> change(part, "l1 accounts"));
        change(changes.total(), "l0 total");
        page.append("</tbody></table>\n");
    }

    private void change(Component part, String style) {
        String target = part.account().map(account -> "L" + account).orElse("");
        page.append("<tr class=\"")
                .append(style)
                .append("\"><td>")
                .append(Text.name(part.account().isPresent() ? part.name() : "純資産合計 Total net assets"));
        for (long minor :
                new long[] {part.openingMinor(), part.resultMinor(), part.otherMinor(), part.closingMinor()}) {
            page.append("<td>").append(target.isEmpty() || minor == 0 ? Text.yen(minor) : Drills.link(target, minor));
        }
        page.append("</tr>\n");
    }

    private void start(String key, StatementRow row) {
        label(row);
        page.append("<td>");
        if (row.cells().notEmpty()) {
            page.append(
                    row.account().isPresent() && figure(row) != 0
                            ? Drills.link("L" + row.account().get(), figure(row))
                            : drills.figure(
                                    key + "-" + row.id(),
                                    row.label(),
                                    row.cells().getFirst()));
        }
    }

    private void label(StatementRow row) {
        page.append("<tr class=\"l")
                .append(row.level())
                .append(' ')
                .append(row.kind().name().toLowerCase(Locale.ROOT))
                .append("\"><td>")
                .append(Text.name(row.label()));
    }

    private static long figure(StatementRow row) {
        return row.cells().getFirst().minor();
    }

    /** In percent with one digit, half up. */
    private static String share(long part, long whole) {
        return BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
                        .toPlainString()
                        .replace('-', '△')
                + "%";
    }
}
