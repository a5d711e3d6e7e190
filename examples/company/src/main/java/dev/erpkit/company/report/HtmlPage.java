package dev.erpkit.company.report;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.ledger.Turnover;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The year on one page that needs nothing else: statements, chart, ageing, and the entries behind every figure. */
public final class HtmlPage {
    private static final String MERCHANDISE = "1210";
    private static final String GOODS_RECEIVED = "2125";

    private final Books books;
    private final YearReports reports;
    private final BusinessReports business;
    private final PeopleReports people;
    private final Map<String, String> parties;
    private final StringBuilder page = new StringBuilder(1 << 20);
    private final LineTexts texts;
    private final Drills drills;
    private final StatementHtml statements;

    private HtmlPage(
            Books books,
            YearReports reports,
            BusinessReports business,
            PeopleReports people,
            Map<String, String> parties) {
        this.books = books;
        this.reports = reports;
        this.business = business;
        this.people = people;
        this.parties = parties;
        this.texts = new LineTexts(books, parties);
        this.drills = new Drills(reports, texts);
        this.statements = new StatementHtml(page, drills);
    }

    /**
     * Writes the page.
     *
     * @param company its name
     * @param business what is to be told of the business around the books
     * @param sales what is to be told of selling
     * @param people what is to be told of people and their pay
     * @param parties the names of customers and suppliers by id
     */
    public static String of(
            String company,
            Books books,
            YearReports reports,
            BusinessReports business,
            SalesReports sales,
            PeopleReports people,
            Map<String, String> parties) {
        HtmlPage page = new HtmlPage(books, reports, business, people, parties);
        ChainHtml chain = new ChainHtml(books);
        page.head(company, chain);
        page.overview();
        page.statements();
        page.ageing();
        page.goods();
        page.business();
        new SalesHtml(page.page, sales, parties).sections();
        page.people();
        page.trialBalance();
        page.ledger();
        page.section(
                "chain", "改ざん検知 Tamper evidence", "各仕訳は直前の仕訳のハッシュを含みます。 Every entry is sealed with the one before it.");
        chain.table(page.page);
        page.page.append("</section>\n").append(page.drills.panels()).append("</main>\n</body>\n</html>\n");
        return page.page.toString();
    }

    private void head(String company, ChainHtml chain) {
        page.append("<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(Text.html(company))
                .append("</title>\n<style>")
                .append(resource("page.css"))
                .append("</style>\n</head>\n<body>\n<main>\n<header><h1>")
                .append(Text.name(company))
                .append("</h1><p>")
                .append(reports.year().startInclusive())
                .append(" ～ ")
                .append(reports.year().lastDay())
                .append(" · 単位：円 JPY · △ は負数 negative · 数字から内訳へ Figures lead to what makes them up</p>\n")
                .append(chain.verdict())
                .append("</header>\n<nav>");
        String[][] places = {
            {"income", "損益計算書"},
            {"sheet", "貸借対照表"},
            {"cash", "資金収支"},
            {"months", "月次推移"},
            {"ageing", "債権・債務"},
            {"stock", "在庫"},
            {"invoice", "請求書"},
            {"assets", "固定資産"},
            {"bank", "預金明細"},
            {"letters", "督促"},
            {"budget", "予算"},
            {"return", "消費税"},
            {"pipeline", "商談"},
            {"order-to-cash", "受注"},
            {"service", "顧客対応"},
            {"campaign", "販促"},
            {"organisation", "組織"},
            {"leave", "有給休暇"},
            {"payslip", "給与明細"},
            {"runs", "給与計算"},
            {"trial", "試算表"},
            {"ledger", "元帳"},
            {"chain", "改ざん検知"}
        };
        for (String[] place : places) {
            page.append("<a href=\"#")
                    .append(place[0])
                    .append("\">")
                    .append(place[1])
                    .append("</a>");
        }
        page.append("</nav>\n");
    }

    private void overview() {
        page.append("<section id=\"overview\"><div class=\"cards\">\n");
        card("売上高 Net sales", reports.income().minor("revenue", 0));
        card("営業利益 Operating profit", reports.income().minor("operating", 0));
        card("当期純利益 Profit", reports.income().minor("result", 0));
        card("純資産 Net assets", reports.sheet().minor("equity", 0));
        card("現金 Cash", reports.cashFlow().minor("closing", 0));
        page.append("</div>\n<p class=\"legend\"><span><i class=\"sales\"></i>売上高 <small>Net sales</small></span>")
                .append("<span><i class=\"costs\"></i>営業費用 <small>Operating costs</small></span>")
                .append(
                        "<span><i class=\"profit\"></i>経常利益 <small>Ordinary profit</small></span></p>\n<div class=\"chart\">")
                .append(MonthChart.of(reports.months()))
                .append("</div></section>\n");
    }

    private void card(String title, long amount) {
        page.append("<div class=\"card\"><span>")
                .append(Text.name(title))
                .append("</span><b>")
                .append(Text.yen(amount))
                .append("</b></div>\n");
    }

    private void statements() {
        String period = reports.year().startInclusive() + " ～ " + reports.year().lastDay();
        page.append("<div class=\"two\">\n");
        section("income", reports.income().title(), period);
        statements.withShares("is", reports.income(), "revenue");
        page.append("</section>\n<div>\n");
        section("cash", reports.cashFlow().title(), period + " · 間接法 indirect method");
        statements.part("cf", reports.cashFlow(), "before-tax", "closing");
        page.append("</section>\n");
        section("changes", "株主資本等変動計算書 Changes in equity", period);
        statements.changes(reports.changes());
        page.append("</section>\n</div>\n</div>\n");
        section("sheet", reports.sheet().title(), reports.year().lastDay() + " 現在 as of");
        page.append("<div class=\"sides\">\n");
        statements.part("bs", reports.sheet(), "assets-heading", "assets");
        statements.part("bs", reports.sheet(), "liabilities-heading", "claims");
        page.append("</div></section>\n");
        section("months", "月次推移 Month by month", "勘定科目の数字から仕訳へ The figures of accounts lead to their entries");
        statements.months(reports.months());
        page.append("</section>\n");
    }

    private void ageing() {
        page.append("<div id=\"ageing\">\n");
        for (ControlKind kind : new ControlKind[] {ControlKind.RECEIVABLE, ControlKind.PAYABLE}) {
            OpenItems.of(books, kind, reports.year().lastDay()).forEach(items -> {
                section(
                        "age-" + items.account(),
                        reports.name(AccountId.of(items.account())),
                        "年齢調べ：期日からの経過日数 Ageing by days past due");
                new AgeingHtml(page, parties).table(items);
                page.append("</section>\n");
            });
        }
        page.append("</div>\n");
    }

    private void goods() {
        StockHtml cards = new StockHtml(page, business.stock(), drills);
        SupplyHtml supply = new SupplyHtml(page, business.stock(), drills, parties);
        section("stock", "在庫 Stock", "先入先出法 First in, first out · 商品 → 月 → 受払 Ware, month, card");
        cards.cards(MERCHANDISE);
        page.append("</section>\n");
        section("stock-age", "在庫年齢 Ageing of stock", "受入からの日数 Days since it came in");
        cards.ageing();
        page.append("</section>\n");
        section("turnover", "商品回転率・ＡＢＣ分析 Turnover and classes", "Ａは八割まで、Ｂは九割五分まで A makes four fifths, B up to 95 %");
        cards.turnover();
        page.append("</section>\n");
        section("cost", "原価の内訳 What a sale cost", "払出から受入・請求・運賃まで From an issue to deliveries, bills and freight");
        supply.trace();
        page.append("</section>\n");
        section("replenish", "補充提案 Replenishment", "発注点を下回れば上限まで Up to the maximum once at the minimum");
        supply.proposals();
        page.append("</section>\n");
        section("orders", "発注残・入荷未請求 Open orders", "注文・受入・請求の三点照合 Order, receipt and bill are matched");
        supply.orders(GOODS_RECEIVED);
        page.append("</section>\n");
    }

    private void business() {
        BusinessHtml registers = new BusinessHtml(page, business);
        section("invoice", "適格請求書 A qualified invoice", "税率ごとに一回だけ端数処理 Tax is rounded once for each rate");
        new InvoiceHtml(page, parties).show(business);
        page.append("</section>\n");
        section("assets", "固定資産台帳 Fixed asset register", reports.year().lastDay() + " 現在 as of");
        registers.assets();
        page.append("</section>\n");
        section("bank", "集金口座の照合 Collection account", "明細は毎月二度取り込み、一度だけ記帳 Taken in twice, booked once");
        registers.bank();
        page.append("</section>\n");
        section("letters", "督促状 Letters to late customers", "毎月末 At the end of each month");
        registers.letters(parties);
        page.append("</section>\n");
        section("budget", "予算実績対比 Budget and actual", "販売費及び一般管理費 Selling and administrative expenses");
        registers.budget(reports);
        page.append("</section>\n");
        section(
                "return",
                "消費税申告書 Consumption-tax return",
                business.taxReturn().period().startInclusive() + " ～ "
                        + business.taxReturn().period().lastDay());
        registers.taxReturn();
        page.append("</section>\n");
    }

    private void people() {
        new StaffHtml(page, people.staff()).sections();
        PeopleHtml registers = new PeopleHtml(page, people);
        section("payslip", "給与明細書 A payslip", "数字から計算の過程へ Every figure opens how it came about");
        new PayslipHtml(page, people).show();
        page.append("</section>\n");
        section(
                "runs",
                "給与計算 Payroll runs",
                "作成者以外が承認 Approved by somebody else · 前回との比較 compared with the run before");
        registers.runs();
        page.append("</section>\n");
        section("centres", "部門別人件費 Cost of people by cost centre", "仕訳の明細から From the lines of the journal");
        registers.costs(reports);
        page.append("</section>\n");
        section("wages", "賃金台帳 Wage ledger", people.person() + " · 労働基準法第108条");
        registers.wages();
        page.append("</section>\n");
        section(
                "slip",
                "源泉徴収票 Withholding slip",
                people.person() + " · " + people.slip().year());
        registers.slip();
        page.append("</section>\n");
    }

    private void trialBalance() {
        section("trial", "残高試算表 Trial balance", "損益振替前 before the close · 借方が正 debit positive");
        page.append("<table><thead><tr><th>勘定科目 Account<th>期首残高 <small>Opening</small><th>借方 <small>Debit</small>")
                .append("<th>貸方 <small>Credit</small><th>期末残高 <small>Closing</small></tr></thead><tbody>\n");
        reports.trial().rows().forEach(row -> {
            page.append("<tr><td><span class=\"code\">")
                    .append(row.account())
                    .append("</span>")
                    .append(Text.name(row.name()));
            figures(row.base(), Drills.link("L" + row.account(), row.base().closingMinor()));
        });
        page.append("<tr class=\"sum\"><td>合計 <small>Total</small>");
        Turnover total = reports.trial().total();
        figures(total, Text.yen(total.closingMinor()));
        page.append("</tbody></table></section>\n");
    }

    private void figures(Turnover row, String closing) {
        page.append("<td>")
                .append(Text.yen(row.openingMinor()))
                .append("<td>")
                .append(Text.yen(row.debitMinor()))
                .append("<td>")
                .append(Text.yen(row.creditMinor()))
                .append("<td>")
                .append(closing)
                .append("</tr>\n");
    }

    private void ledger() {
        section(
                "ledger",
                "総勘定元帳 General ledger",
                "科目 → 月 → 仕訳 Account, month, entries · 通常の側が正 positive on the normal side");
        Registers registers = new Registers(page, texts, reports);
        reports.ledger().forEach(registers::account);
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

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
