package dev.erpkit.company.report;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.evidence.Verification;
import dev.erpkit.core.calendar.DateRange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The year on one page that needs nothing else: statements, chart, ageing, and the entries behind every figure. */
public final class HtmlPage {
    private final Figures figures;
    private final Map<String, String> parties;
    private final StringBuilder page = new StringBuilder(1 << 20);

    private HtmlPage(Figures figures, Map<String, String> parties) {
        this.figures = figures;
        this.parties = parties;
    }

    /**
     * Writes the page.
     *
     * @param company its name
     * @param parties the names of customers and suppliers by id
     */
    public static String of(String company, Books books, DateRange year, Map<String, String> parties) {
        HtmlPage page = new HtmlPage(Figures.of(books, year), parties);
        page.head(company);
        page.overview(books.verify());
        page.page.append("<section class=\"two\">\n");
        page.statement(Statement.income(page.figures));
        page.statement(Statement.balanceSheet(page.figures));
        page.page.append("</section>\n");
        page.openItems(OpenItems.of(books, "1140", year.lastDay()));
        page.openItems(OpenItems.of(books, "2110", year.lastDay()));
        page.trialBalance();
        page.registers(new Registers(books, year, parties));
        page.page.append("</main>\n<script>").append(resource("page.js")).append("</script>\n</body>\n</html>\n");
        return page.page.toString();
    }

    private void head(String company) {
        page.append("<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(Text.html(company))
                .append("</title>\n<style>")
                .append(resource("page.css"))
                .append("</style>\n</head>\n<body>\n<main>\n<header><h1>")
                .append(name(company))
                .append("</h1><p>")
                .append(figures.year().startInclusive())
                .append(" – ")
                .append(figures.year().lastDay())
                .append(" · 単位：円 JPY · △ は負数 negative</p></header>\n");
    }

    private void overview(Verification verification) {
        page.append("<section><div class=\"cards\">\n");
        card("売上高 Net sales", figures.earned("41"));
        card("営業利益 Operating profit", figures.earned("41", "51", "61"));
        card("当期純利益 Net profit", figures.earned("41", "51", "61", "71", "72", "73"));
        card("資産合計 Total assets", figures.closed("11", "12"));
        page.append("</div>\n<h2>")
                .append(name("月次推移 Month by month"))
                .append("</h2>\n")
                .append("<p class=\"legend\"><i class=\"income\"></i>収益 Income <i class=\"expense\"></i>費用 Expenses ")
                .append("<i class=\"result\"></i>損益 Result</p>\n")
                .append(MonthChart.of(figures));
        String state = verification
                .broken()
                .map(b -> "✗ 改ざん検出 Broken at entry " + b.position() + " (" + b.code() + ")")
                .orElse("✓ 検証済み Chain verified");
        page.append("<p class=\"chain ")
                .append(verification.sound() ? "sound" : "broken")
                .append("\"><b>")
                .append(Text.html(state))
                .append("</b> · ")
                .append(Text.yen(verification.entries()))
                .append(" 仕訳 entries · <code>")
                .append(verification.head())
                .append("</code></p>\n</section>\n");
    }

    private void card(String title, long amount) {
        page.append("<div class=\"card\"><span>")
                .append(name(title))
                .append("</span><b>")
                .append(Text.yen(amount))
                .append("</b></div>\n");
    }

    private void statement(Statement statement) {
        page.append("<article><h2>")
                .append(name(statement.name()))
                .append("</h2><p class=\"when\">")
                .append(Text.html(statement.when()))
                .append("</p>\n<table class=\"statement\"><tbody>\n");
        for (Statement.Line line : statement.lines()) {
            String style = line.kind().name().toLowerCase(Locale.ROOT);
            page.append("<tr class=\"")
                    .append(style)
                    .append("\"><td>")
                    .append(name(line.name()))
                    .append("<td class=\"n\">");
            switch (line.kind()) {
                case HEADING -> {}
                case ACCOUNT -> link(line.code(), Text.yen(line.amount()));
                default -> page.append(Text.yen(line.amount()));
            }
            page.append("</tr>\n");
        }
        page.append("</tbody></table></article>\n");
    }

    private void openItems(OpenItems items) {
        page.append("<section><h2>")
                .append(name(figures.row(items.account()).account().name()))
                .append("</h2><p class=\"when\">期日からの経過日数 Days past due</p>\n<table><thead><tr><th>取引先 Party<th>")
                .append("<th class=\"n\">")
                .append(String.join("<th class=\"n\">", OpenItems.BUCKETS))
                .append("<th class=\"n\">合計 Total<th class=\"n\">円換算 In JPY</tr></thead><tbody>\n");
        items.rows().forEach(row -> {
            int digits = row.currency().getDefaultFractionDigits();
            page.append("<tr><td>")
                    .append(Text.html(parties.getOrDefault(
                            row.party().value(), row.party().value())))
                    .append("<td>")
                    .append(row.currency().getCurrencyCode());
            long total = 0;
            for (int bucket = 0; bucket < OpenItems.BUCKETS.length; bucket++) {
                long amount = row.amounts().get(bucket);
                total = Math.addExact(total, amount);
                page.append("<td class=\"n\">").append(amount == 0 ? "" : Text.amount(amount, digits));
            }
            page.append("<td class=\"n\">")
                    .append(Text.amount(total, digits))
                    .append("<td class=\"n\">")
                    .append(Text.yen(row.bases().sum()))
                    .append("</tr>\n");
        });
        total("未決済合計 Open items at the rates of their days", items.open());
        total("期末評価替え Revaluation", items.revalued());
        total("勘定残高 Balance of the account", items.balance());
        page.append("</tbody></table></section>\n");
    }

    private void total(String title, long amount) {
        page.append("<tr class=\"subtotal\"><td colspan=\"")
                .append(3 + OpenItems.BUCKETS.length)
                .append("\">")
                .append(name(title))
                .append("<td class=\"n\">")
                .append(Text.yen(amount))
                .append("</tr>\n");
    }

    private void trialBalance() {
        page.append("<section><h2>")
                .append(name("合計残高試算表 Trial balance"))
                .append("</h2>\n<table><thead><tr><th>勘定科目 Account<th class=\"n\">借方 Debit<th class=\"n\">貸方 Credit")
                .append(
                        "<th class=\"n\">決算前残高 Before the close<th class=\"n\">決算後残高 After the close</tr></thead><tbody>\n");
        long[] sums = new long[4];
        for (Figures.Row row : figures.rows()) {
            if (row.used()) {
                page.append("<tr><td><span class=\"code\">")
                        .append(row.account().id())
                        .append("</span>")
                        .append(name(row.account().name()))
                        .append("<td class=\"n\">")
                        .append(Text.yen(row.debit()))
                        .append("<td class=\"n\">")
                        .append(Text.yen(row.credit()))
                        .append("<td class=\"n\">");
                link(row.account().id().value(), Text.yen(row.earned()));
                page.append("<td class=\"n\">").append(Text.yen(row.closed())).append("</tr>\n");
                long[] figuresOfRow = {row.debit(), row.credit(), row.earned(), row.closed()};
                for (int i = 0; i < sums.length; i++) {
                    sums[i] = Math.addExact(sums[i], figuresOfRow[i]);
                }
            }
        }
        page.append("<tr class=\"total\"><td>合計 <small>Total</small>");
        for (long sum : sums) {
            page.append("<td class=\"n\">").append(Text.yen(sum));
        }
        page.append("</tr>\n</tbody></table></section>\n");
    }

    private void registers(Registers registers) {
        page.append("<section><h2>")
                .append(name("総勘定元帳 General ledger"))
                .append("</h2><p class=\"when\">科目 → 月 → 仕訳 Account, month, entries</p>\n");
        figures.rows().stream().filter(Figures.Row::used).forEach(row -> registers.account(page, row));
        page.append("</section>\n");
    }

    private void link(String account, String figure) {
        page.append("<a href=\"#a")
                .append(Text.html(account))
                .append("\">")
                .append(figure)
                .append("</a>");
    }

    /** The Japanese name, and the English one small behind it. */
    static String name(String name) {
        return Text.html(Text.japanese(name)) + " <small>" + Text.html(Text.english(name)) + "</small>";
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
