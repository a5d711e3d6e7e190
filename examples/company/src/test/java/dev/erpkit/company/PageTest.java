package dev.erpkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.declaration.japan.ReturnItem;
import dev.erpkit.company.people.PeopleYear;
import dev.erpkit.company.report.BusinessReports;
import dev.erpkit.company.report.HtmlPage;
import dev.erpkit.company.report.PeopleReports;
import dev.erpkit.company.report.SalesReports;
import dev.erpkit.company.report.Terminal;
import dev.erpkit.company.report.YearReports;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.crm.pipeline.Forecast;
import dev.erpkit.crm.pipeline.StageKind;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the company shows: the page and the terminal. */
class PageTest {
    private static YearReports reports;
    private static BusinessReports business;
    private static SalesReports sales;
    private static PeopleReports people;
    private static String page = "";
    private static String terminal = "";

    @BeforeAll
    static void show() {
        Bookkeeper bookkeeper = new Bookkeeper(CompanyStores.inMemory());
        bookkeeper.keepYear(month -> {});
        Books books = bookkeeper.books();
        reports = YearReports.of(books, CompanyChart.template(), Main.YEAR);
        business = new BusinessYear(bookkeeper.business(), bookkeeper.goods()).reports();
        sales = bookkeeper.sales();
        people = new PeopleYear(bookkeeper.payroll()).reports(books);
        page = HtmlPage.of(Main.COMPANY, books, reports, business, sales, people, Main.names());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Terminal printer = new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        printer.print(reports);
        printer.print(business);
        printer.print(sales);
        printer.print(people);
        terminal = bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void page_needs_nothing_from_elsewhere_and_no_script() {
        assertThat(page).doesNotContain("http:", "https:", "src=", "@import", "url(", "<script");
        assertThat(page).contains("Cascade Tea &amp; Coffee LLC").doesNotContain("Tea & Coffee");
        assertThat(page.length()).isLessThan(1_500_000);
    }

    @Test
    void every_link_leads_to_one_place_on_the_page() {
        List<String> ids = all("id=\"([^\"]+)\"");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(all("href=\"#([^\"]+)\""))
                .isNotEmpty()
                .allMatch(target -> target.equals("x") || ids.contains(target));
    }

    @Test
    void figures_of_accounts_lead_to_the_general_ledger() {
        reports.trial()
                .rows()
                .forEach(row -> assertThat(page)
                        .contains("<a href=\"#L" + row.account() + "\">"
                                + yen(row.base().closingMinor()) + "</a>"));
        reports.income()
                .rows()
                .select(row -> row.account().isPresent())
                .forEach(row -> assertThat(page)
                        .contains("<a href=\"#L" + row.account().orElseThrow() + "\">"
                                + yen(row.cells().getFirst().minor()) + "</a>"));
    }

    @Test
    void panels_behind_sums_add_up_to_them() {
        for (String row :
                new String[] {"is-gross", "is-result", "bs-equity", "bs-assets", "cf-operating", "cf-exchange"}) {
            Matcher panel = Pattern.compile("id=\"D-" + row + "\".*?</table>", Pattern.DOTALL)
                    .matcher(page);
            assertThat(panel.find()).as(row).isTrue();
            List<Long> figures = new ArrayList<>();
            Matcher figure = Pattern.compile("<td>([△0-9,]+)</tr>").matcher(panel.group());
            while (figure.find()) {
                figures.add(Long.parseLong(figure.group(1).replace(",", "").replace('△', '-')));
            }
            long total = figures.remove(figures.size() - 1);
            assertThat(figures).hasSizeGreaterThan(row.equals("cf-exchange") ? 0 : 1);
            assertThat(figures.stream().mapToLong(Long::longValue).sum())
                    .as(row)
                    .isEqualTo(total);
            assertThat(page).contains("<a href=\"#D-" + row + "\">" + yen(total) + "</a>");
        }
    }

    @Test
    void terminal_tables_are_aligned_though_japanese_takes_two_columns() {
        List<String> trial =
                terminal.lines().skip(1).takeWhile(line -> !line.isEmpty()).toList();
        assertThat(trial).hasSizeGreaterThan(30);
        assertThat(trial.subList(1, trial.size()))
                .allSatisfy(line -> assertThat(width(line)).isEqualTo(width(trial.get(1))));
        assertThat(terminal)
                .contains("損益計算書 Income statement", "貸借対照表 Balance sheet", "キャッシュ・フロー計算書 Cash-flow statement")
                .contains("株主資本等変動計算書 Changes in equity");
    }

    @Test
    void page_has_the_registers_of_the_business() {
        assertThat(section("invoice"))
                .contains(
                        business.invoice().id().value(),
                        "T1234567890123",
                        "<td>8%",
                        "<td>10%",
                        "How the tax came about")
                .contains(yen(business.invoice().figures().taxMinor()));
        assertThat(section("assets")).contains("Espresso machine", "jp-declining-200", "Book value");
        assertThat(section("bank")).contains("Unexplained</small><td><td><td>0</tr>");
        assertThat(section("letters")).contains("Reminder", "Second reminder");
        assertThat(business.letters()).hasSizeGreaterThan(10);
        assertThat(section("budget")).contains("Insurance", "Budget and actual");
        assertThat(section("return")).contains("課税標準額", yen(business.taxReturn().yen(ReturnItem.TOTAL)));
        assertThat(terminal)
                .contains("unexplained JPY 0")
                .contains("Consumption tax due: JPY " + business.taxReturn().yen(ReturnItem.TOTAL));
    }

    @Test
    void page_has_what_is_sold_and_how_its_figures_came_about() {
        Forecast open = sales.pipeline().forecast().select(deal -> deal.kind() == StageKind.OPEN);
        assertThat(section("pipeline"))
                .contains("<a href=\"#deals\">" + yen(Amounts.minor(open.weighted())) + "</a>")
                .contains("id=\"deal-D-07\"", "USD\u00a024,000.00", "152.38 <small>2026-03-31</small>")
                .contains("D-08 Kestrel Provisions Co. EUR\u00a018,500.00", "No rate on 2026-03-31")
                .contains(
                        "D-11 Cascade Tea &amp; Coffee LLC USD\u00a01,671.00 × 147.32 <small>2025-09-16</small> = 246,172")
                .contains("tier from 100 % = 4176");
        assertThat(section("order-to-cash"))
                .contains("Q-01-01", "sales manager", "SO-01-DN-2", "sales-credit-note/2025/")
                .contains("<a href=\"#L1160-2025-05\">635,904</a>", "<a href=\"#L1160-2025-06\">△38,155</a>")
                .contains("<a href=\"#L1160-2025-09\">USD\u00a01,671.00</a>")
                .contains("Exchange gain</small><td>SO-04-INV-1<td><td>6,399");
        assertThat(section("service"))
                .contains("2025-05-07 13:00–17:30", "停止 Pause 2025-05-02 17:00 – 2025-05-07 10:00", "Team lead")
                .contains("→\u00a0CASE-02", "遅延 <small>Late</small>");
        assertThat(section("campaign"))
                .contains("同意なし", "頻度上限", "<td>128,000", "<td>3,027,200")
                .contains("Not sent 10", "Not ordered</small><td>✗\u00a0", "<a href=\"#L6210-2025-06\">84,000</a>");
        assertThat(terminal).contains("without a rate: D-08 EUR 18500").contains("受注 Orders: 4, settled 4");
    }

    @Test
    void budget_tells_what_is_left_of_the_plan() {
        long left = business.budget().total().availableMinor();
        assertThat(left)
                .isEqualTo(business.budget().total().budgetMinor()
                        - business.budget().total().actualMinor());
        assertThat(business.budget().row("6350").orElseThrow().figures().availableMinor())
                .isZero();
    }

    @Test
    void page_tells_of_goods_and_every_figure_leads_on() {
        long worth = business.stock().ledger().value();
        assertThat(section("stock"))
                .contains("<a href=\"#L1210\">" + yen(worth) + "</a>")
                .contains("Gift", "OPENING", "棚卸 Count");
        assertThat(section("stock-age")).contains("<td>" + yen(worth) + "</tr>");
        assertThat(section("cost")).contains("払出 <small>Issue", "加工 <small>Production", "輸入諸掛 <small>Freight");
        assertThat(section("replenish")).contains("<a href=\"#R-GREEN\">");
        assertThat(section("orders")).contains("<a href=\"#L2125\">");
        List<Long> ages = new ArrayList<>();
        for (String panel : all("(?s)id=\"A-[A-Z-]+-[0-9]\"(.*?)</aside>")) {
            List<Long> figures = new ArrayList<>();
            Matcher figure = Pattern.compile("<td>([△0-9,]+)</tr>").matcher(panel);
            while (figure.find()) {
                figures.add(Long.parseLong(figure.group(1).replace(",", "")));
            }
            long sum = figures.remove(figures.size() - 1);
            assertThat(figures.stream().mapToLong(Long::longValue).sum()).isEqualTo(sum);
            ages.add(sum);
        }
        assertThat(ages.stream().mapToLong(Long::longValue).sum()).isEqualTo(worth);
        assertThat(terminal).contains("Stock: JPY " + worth);
    }

    @Test
    void every_figure_of_the_payslip_opens_how_it_came_about() {
        String payslip =
                page.substring(page.indexOf("<section id=\"payslip\">"), page.indexOf("<section id=\"runs\">"));
        people.payslip().sections().forEach(section -> {
            assertThat(payslip).contains(opening(section.name(), section.sum().longValueExact()));
            section.lines()
                    .forEach(line -> assertThat(payslip)
                            .contains(opening(line.name(), line.amount().longValueExact())));
        });
        assertThat(payslip).contains("premium of 2025-09", "<dt>根拠</dt><dd>Health Insurance Act", "時間外手当", "課税対象額");
    }

    private static String opening(String name, long yen) {
        return "<summary><span>" + name + "</span><span>" + yen(yen) + "</span></summary><div class=\"why\">";
    }

    @Test
    void page_has_the_registers_of_people() {
        assertThat(section("runs"))
                .contains("payroll→controller", people.transfers().file());
        people.runs().forEach(run -> assertThat(section("runs")).contains("<td>" + yen(run.net())));
        people.costs().forEach(cost -> assertThat(section("centres")).contains("<td>" + yen(cost.yen())));
        assertThat(section("wages"))
                .contains("基本給", "健康保険料", yen(people.wages().rows().getFirst().net()));
        assertThat(section("slip")).contains("支払金額", "源泉徴収税額", yen(people.slip().tax()));
        assertThat(terminal).contains("給与 Payroll: 15 runs");
    }

    @Test
    void page_has_organisation_time_and_leave() {
        people.staff()
                .places()
                .forEach(place -> assertThat(section("organisation"))
                        .contains(place.holder().orElse("欠員")));
        people.staff().times().forEach(time -> assertThat(section("time")).contains("<td>" + time.person()));
        people.staff()
                .leaves()
                .forEach(leave -> leave.lots()
                        .forEach(lot -> assertThat(section("leave"))
                                .contains(lot.expires().toString())));
        assertThat(terminal).contains("勤怠 Working time: overtime of 2025-10");
    }

    private static String section(String id) {
        int from = page.indexOf("<section id=\"" + id + "\">");
        return page.substring(from, page.indexOf("</section>", from));
    }

    /** Kana, ideographs and full-width forms take two columns. */
    private static int width(String line) {
        return line.codePoints().map(c -> c >= 0x3000 && c <= 0xFF60 ? 2 : 1).sum();
    }

    private static String yen(long minor) {
        return (minor < 0 ? "△" : "") + String.format(Locale.ROOT, "%,d", Math.abs(minor));
    }

    private static List<String> all(String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
