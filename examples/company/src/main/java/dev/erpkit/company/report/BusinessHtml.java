package dev.erpkit.company.report;

import dev.erpkit.accounting.bank.StoredStatement;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.dunning.DunningLetter;
import dev.erpkit.core.money.Amounts;
import java.util.Map;
import javax.money.MonetaryAmount;

/** The registers of the business: assets, bank statements, letters to late customers, budget and tax return. */
final class BusinessHtml {
    private final StringBuilder page;
    private final BusinessReports reports;

    BusinessHtml(StringBuilder page, BusinessReports reports) {
        this.page = page;
        this.reports = reports;
    }

    void assets() {
        HtmlTable table = new HtmlTable(
                page,
                3,
                "資産 Asset",
                "供用日 In use",
                "償却方法 Method",
                "取得価額 Cost",
                "当期償却 Depreciation",
                "償却累計 Accumulated",
                "帳簿価額 Book value");
        long[] sums = new long[4];
        reports.assets().rows().forEach(row -> {
            long[] figures = {
                Amounts.minor(row.cost()),
                Amounts.minor(row.depreciation()),
                Amounts.minor(row.accumulated()),
                Amounts.minor(row.bookValue())
            };
            for (int i = 0; i < sums.length; i++) {
                sums[i] = Math.addExact(sums[i], figures[i]);
            }
            table.row(
                    row.name(),
                    row.acquired().toString(),
                    row.terms().method(),
                    Text.yen(figures[0]),
                    Text.yen(figures[1]),
                    Text.yen(figures[2]),
                    Text.yen(figures[3]));
        });
        table.sum("合計 Total", "", "", Text.yen(sums[0]), Text.yen(sums[1]), Text.yen(sums[2]), Text.yen(sums[3]))
                .end();
    }

    void bank() {
        HtmlTable table = new HtmlTable(page, 1, "取引明細 Statement", "明細数 Lines", "期首残高 Opening", "期末残高 Closing");
        for (StoredStatement statement : reports.statements()) {
            int lines = reports.lines().count(line -> line.stored().statement() == statement.number());
            table.row(
                    statement.from() + "～" + statement.through().getDayOfMonth(),
                    String.valueOf(lines),
                    money(statement.opening()),
                    money(statement.closing()));
        }
        table.sum("帳簿残高 Balance in the books", "", "", money(reports.bank().bank()));
        table.sum("説明のつかない差額 Unexplained", "", "", money(reports.bank().unexplained()))
                .end();
    }

    void letters(Map<String, String> parties) {
        HtmlTable table = new HtmlTable(page, 3, "発信日 Sent", "取引先 Party", "段階 Level", "請求書数 Invoices", "金額 Amount");
        for (DunningLetter letter : reports.letters()) {
            String party = letter.party().value();
            table.row(
                    letter.day().toString(),
                    parties.getOrDefault(party, party).replace(' ', '\u00a0'),
                    letter.textKey(),
                    String.valueOf(letter.lines().size()),
                    letter.currency().getCurrencyCode() + "\u00a0" + money(letter.total()));
        }
        table.end();
    }

    void budget(YearReports year) {
        HtmlTable table = new HtmlTable(page, 1, "勘定科目 Account", "予算 Budget", "実績 Actual", "差異 Left");
        reports.budget().rows().forEach(row -> {
            String[] cells = {
                year.name(AccountId.of(row.name())),
                Text.yen(row.figures().budgetMinor()),
                Text.yen(row.figures().actualMinor()),
                Text.yen(row.figures().availableMinor())
            };
            if (row.depth() == 0) {
                table.sum(cells);
            } else {
                table.row(cells);
            }
        });
        table.end();
    }

    void taxReturn() {
        HtmlTable table = new HtmlTable(page, 2, "項目 Item", "根拠 Law", "軽減 Reduced", "標準 Standard", "合計 Total");
        reports.taxReturn()
                .figures()
                .select(figure -> figure.totalYen() != 0)
                .forEach(figure -> table.row(
                        figure.item().text(),
                        figure.item().law(),
                        column(figure.byRate().reduced()),
                        column(figure.byRate().standard()),
                        Text.yen(figure.totalYen())));
        table.end();
        page.append("<details><summary>計算の過程 <small>How it came about</small></summary><pre><code>")
                .append(Text.html(reports.taxReturn().trace().render()))
                .append("</code></pre></details>\n");
    }

    private static String column(long yen) {
        return yen == 0 ? "" : Text.yen(yen);
    }

    private static String money(MonetaryAmount amount) {
        return Text.amount(Amounts.minor(amount), Amounts.digits(amount.getCurrency()));
    }
}
