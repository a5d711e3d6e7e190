package dev.erpkit.accounting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.chart.ifrs.IfrsCharts;
import dev.erpkit.accounting.chart.japan.JapaneseCharts;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.ledger.Journals;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.accounting.report.text.ReportTable;
import dev.erpkit.accounting.report.text.ReportWords;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatementLayoutTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a | 0 | A; layout.syntax",
                "a | x | A | heading; layout.syntax",
                "a | 0 | A | sum b; layout.syntax",
                "a | 0 | A | accounts closing; layout.syntax",
                "a | 0 | A | accounts sometimes debit; layout.syntax",
                "a | 0 | A | accounts closing debit colour=red; layout.syntax",
                "a | 0 | A | accounts closing debit class=asset,nothing; layout.syntax",
                "a | 0 | A | accounts closing debit tag=; layout.syntax",
                "a | 0 | A | total b c; layout.syntax",
                "a | 0 | A | total; layout.syntax",
                "covers: everything; layout.syntax",
                "a | 0 | A | total b; layout.unknown-row",
                "a | 0 | A | total - b; layout.unknown-row",
                "a | 0 | A | total -; layout.syntax",
                "a | 0 | A | total a; layout.cycle"
            })
    void a_broken_layout_is_refused_with_its_line(String text, String code) {
        assertThatThrownBy(() -> StatementLayout.parse("title: T\n" + text + "\n"))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has(code)).as(e.getMessage()).isTrue());
    }

    @Test
    void a_heading_has_no_figure_to_add() {
        assertThatThrownBy(() -> StatementLayout.parse("h | 0 | H | heading\na | 0 | A | total h"))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("layout.unknown-row")).isTrue());
    }

    @Test
    void a_total_may_begin_with_a_minus() {
        LedgerIndex index = new LedgerIndex();
        post(index, "1130", "4110", "100", EntryKind.NORMAL);
        Statement statement = japan(index)
                .statement(
                        StatementLayout.parse("cash | 0 | Cash | accounts closing debit tag=cash\n"
                                + "sold | 0 | Sold | accounts movement credit tag=revenue\n"
                                + "none | 0 | None | accounts closing debit tag=inventory\n"
                                + "less | 0 | Less | total - cash\n"
                                + "zero | 0 | Zero | total - cash + sold"),
                        StatementColumn.asOf(DAY));
        assertThat(statement.minor("less", 0)).isEqualTo(-100);
        assertThat(statement.minor("zero", 0)).isZero();
        assertThat(statement.row("less").cells().getFirst().lines().collect(CellLine::minor))
                .containsExactly(-100L);
        assertThat(statement.withoutZeroRows().rows().collect(StatementRow::id))
                .containsExactly("cash", "sold", "less", "zero");
    }

    @Test
    void two_rows_have_two_ids() {
        assertThatThrownBy(() -> StatementLayout.parse("a | 0 | A | heading\na | 0 | B | heading"))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("layout.duplicate")).isTrue());
    }

    @Test
    void criteria_all_hold_and_any_value_of_one_is_enough() {
        Account top = Account.builder()
                .id("1")
                .name("Top")
                .accountClass(AccountClass.ASSET)
                .postable(false)
                .build();
        Account till = Account.builder()
                .id("1100")
                .name("Till")
                .accountClass(AccountClass.ASSET)
                .parent("1")
                .tag("cash")
                .build();
        Account debt = Account.of("2100", "Debt", AccountClass.LIABILITY);
        Chart chart = Chart.of(top, till, debt);
        AccountSelector all = AccountSelector.all();
        assertThat(chosen(chart, all)).isEqualTo("1 1100 2100");
        assertThat(chosen(
                        chart,
                        all.classes(AccountClass.ASSET, AccountClass.LIABILITY).startingWith("11", "21")))
                .isEqualTo("1100 2100");
        assertThat(chosen(chart, all.under(AccountId.of("1")).tagged("cash", "bank")))
                .isEqualTo("1100");
        assertThat(chosen(chart, all.notTagged("cash"))).isEqualTo("1 2100");
    }

    private static String chosen(Chart chart, AccountSelector selector) {
        return chart.accounts().select(a -> selector.matches(chart, a)).makeString(a -> a.id().value(), "", " ", "");
    }

    /** A year of a small company with the accounts of the Japanese chart, first open, then closed. */
    @Test
    void a_japanese_company_sees_its_result_before_and_after_the_close() {
        LedgerIndex index = new LedgerIndex();
        post(index, "1130", "3110", "1000000", EntryKind.NORMAL);
        post(index, "1160", "4110", "300000", EntryKind.NORMAL);
        post(index, "5120", "2120", "120000", EntryKind.NORMAL);
        post(index, "6330", "1130", "50000", EntryKind.NORMAL);
        post(index, "9310", "2160", "30000", EntryKind.NORMAL);
        Reports open = japan(index);
        post(index, "4110", "3160", "300000", EntryKind.CLOSING);
        post(index, "3160", "5120", "120000", EntryKind.CLOSING);
        post(index, "3160", "6330", "50000", EntryKind.CLOSING);
        post(index, "3160", "9310", "30000", EntryKind.CLOSING);
        Reports closed = japan(index);
        for (Reports reports : new Reports[] {open, closed}) {
            Statement income = reports.statement(Layouts.japanIncomeStatement(), StatementColumn.asOf(DAY));
            assertThat(income.minor("gross", 0)).isEqualTo(180_000);
            assertThat(income.minor("ordinary", 0)).isEqualTo(130_000);
            assertThat(income.minor("result", 0)).isEqualTo(100_000);
            Statement sheet = reports.statement(Layouts.japanBalanceSheet(), StatementColumn.asOf(DAY));
            assertThat(sheet.minor("assets", 0)).isEqualTo(1_250_000);
            assertThat(sheet.minor("equity", 0)).isEqualTo(1_100_000);
            assertThat(sheet.minor("claims", 0)).isEqualTo(1_250_000);
        }
        assertThat(open.statement(Layouts.japanBalanceSheet(), StatementColumn.asOf(DAY))
                        .minor("result", 0))
                .isEqualTo(100_000);
        assertThat(closed.statement(Layouts.japanBalanceSheet(), StatementColumn.asOf(DAY))
                        .minor("result", 0))
                .isZero();
        ChangesInEquity changes = closed.changesInEquity(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 4, 1));
        assertThat(changes.components()
                        .collect(c -> c.name() + " " + c.resultMinor() + " " + c.carriedOverMinor() + " "
                                + c.otherMinor() + " " + c.closingMinor()))
                .containsExactly(
                        "資本金 0 0 1000000 1000000",
                        "繰越利益剰余金 0 100000 0 100000",
                        "Result not yet closed 100000 -100000 0 0");
        assertThat(ReportTable.of(changes.withResultWhereCarried(), ReportWords.japanese())
                        .text())
                .isEqualTo("""
                        株主資本等変動計算書 2025-04-01 ～ 2026-03-31 JPY
                        項目            期首残高  当期純損益  損益振替  その他の変動   期末残高
                        -----------------------------------------------------------------------
                        資本金                 0           0         0     1,000,000  1,000,000
                        繰越利益剰余金         0     100,000         0             0    100,000
                        -----------------------------------------------------------------------
                        合計                   0     100,000         0     1,000,000  1,100,000
                        """);
        assertThat(open.changesInEquity(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 4, 1))
                        .withResultWhereCarried())
                .isEqualTo(open.changesInEquity(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 4, 1)));
        assertThat(ReportTable.of(closed.withoutClosingEntries().trialBalance(DAY), ReportWords.japanese())
                        .text())
                .isEqualTo("""
                        残高試算表 2026-03-31 JPY
                        科目コード  勘定科目                  期首残高       借方       貸方    期末残高
                        --------------------------------------------------------------------------------
                        1130        普通預金                         0  1,000,000     50,000     950,000
                        1160        売掛金                           0    300,000          0     300,000
                        2120        買掛金                           0          0    120,000    -120,000
                        2160        未払法人税等                     0          0     30,000     -30,000
                        3110        資本金                           0          0  1,000,000  -1,000,000
                        4110        売上高                           0          0    300,000    -300,000
                        5120        仕入高                           0    120,000          0     120,000
                        6330        地代家賃                         0     50,000          0      50,000
                        9310        法人税、住民税及び事業税         0     30,000          0      30,000
                        --------------------------------------------------------------------------------
                                    合計                             0  1,500,000  1,500,000           0
                        """);
    }

    @Test
    void a_japanese_balance_sheet_has_the_sections_of_the_law() {
        LedgerIndex index = new LedgerIndex();
        post(index, "1130", "3110", "1000", EntryKind.NORMAL);
        post(index, "1440", "2310", "500", EntryKind.NORMAL);
        post(index, "6410", "1490", "100", EntryKind.NORMAL);
        post(index, "1510", "1130", "40", EntryKind.NORMAL);
        post(index, "1630", "1130", "30", EntryKind.NORMAL);
        post(index, "1710", "1130", "20", EntryKind.NORMAL);
        post(index, "3170", "1130", "10", EntryKind.NORMAL);
        Statement sheet = japan(index)
                .statement(Layouts.japanBalanceSheet(), StatementColumn.asOf(DAY))
                .withoutZeroRows();
        assertThat(sheet.rows()
                        .select(row -> row.account().isEmpty() && row.cells().notEmpty())
                        .collect(row ->
                                row.label() + " " + row.cells().getFirst().minor()))
                .containsExactly(
                        "流動資産 900",
                        "固定資産 470",
                        "有形固定資産 400",
                        "無形固定資産 40",
                        "投資その他の資産 30",
                        "繰延資産 20",
                        "資産合計 1390",
                        "固定負債 500",
                        "負債合計 500",
                        "株主資本 890",
                        "資本金 1000",
                        "利益剰余金 -100",
                        "その他利益剰余金 -100",
                        "当期純損益（未振替） -100",
                        "自己株式 -10",
                        "純資産合計 890",
                        "負債純資産合計 1390");
    }

    /** Sales on credit, a purchase of stock, depreciation, tax provided and paid, a loan, a gain on foreign cash. */
    @Test
    void a_japanese_cash_flow_leads_from_profit_to_cash() {
        LedgerIndex index = new LedgerIndex();
        post(index, "1160", "4110", "1000", EntryKind.NORMAL);
        post(index, "1130", "1160", "700", EntryKind.NORMAL);
        post(index, "1210", "2120", "200", EntryKind.NORMAL);
        post(index, "6410", "1490", "50", EntryKind.NORMAL);
        post(index, "9310", "2160", "90", EntryKind.NORMAL);
        post(index, "2160", "1130", "60", EntryKind.NORMAL);
        post(index, "1130", "2310", "500", EntryKind.NORMAL);
        post(index, "1450", "1130", "300", EntryKind.NORMAL);
        post(index, "1135", "7135", "8", EntryKind.REVALUATION);
        post(index, "1160", "7135", "5", EntryKind.REVALUATION);
        Statement flow = japan(index).statement(Layouts.japanCashFlow(), StatementColumn.asOf(DAY));
        assertThat(flow.rows()
                        .select(row -> row.account().isEmpty())
                        .collect(row ->
                                row.label() + " " + row.cells().getFirst().minor()))
                .containsExactly(
                        "税引前当期純利益 963",
                        "減価償却費 50",
                        "現金に係る為替換算差額の調整 -8",
                        "売上債権の増減額 -305",
                        "棚卸資産の増減額 -200",
                        "仕入債務の増減額 200",
                        "その他の資産・負債の増減額 0",
                        "小計 700",
                        "法人税等の支払額 -60",
                        "営業活動によるキャッシュ・フロー 640",
                        "投資活動によるキャッシュ・フロー -300",
                        "借入金の増減額 500",
                        "株主との取引 0",
                        "財務活動によるキャッシュ・フロー 500",
                        "現金及び現金同等物に係る換算差額 8",
                        "現金及び現金同等物の増減額 848",
                        "現金及び現金同等物の期首残高 0",
                        "現金及び現金同等物の期末残高 848");
        assertThat(index.base(BookId.MAIN, AccountId.of("1130"), DAY)
                        + index.base(BookId.MAIN, AccountId.of("1135"), DAY))
                .isEqualTo(848);
    }

    @Test
    void a_statement_prints_with_japanese_names_in_line_and_as_csv() {
        LedgerIndex index = new LedgerIndex();
        post(index, "1130", "3110", "1000000", EntryKind.NORMAL);
        post(index, "1130", "4110", "2500", EntryKind.NORMAL);
        ReportTable table = ReportTable.of(japan(index)
                .statement(
                        StatementLayout.parse("""
                        title: 抜粋
                        cash    | 0 | 流動資産   | accounts closing debit tag=cash detail
                        capital | 0 | Capital, paid | accounts closing credit tag=capital
                        """),
                        StatementColumn.asOf(DAY),
                        StatementColumn.asOf(LocalDate.of(2025, 3, 31)).labelled("before")));
        assertThat(table.text()).isEqualTo("""
                        抜粋
                        JPY            2026-03-31  before
                        ---------------------------------
                        流動資産        1,002,500       0
                          普通預金      1,002,500       0
                        Capital, paid   1,000,000       0
                        """);
        assertThat(table.csv()).isEqualTo("""
                        JPY,2026-03-31,before
                        流動資産,1002500,0
                        普通預金,1002500,0
                        "Capital, paid",1000000,0
                        """);
    }

    @Test
    void the_layouts_find_every_account_of_the_chart_templates_once() {
        for (Chart chart : new Chart[] {
            JapaneseCharts.smallCompany().chart(), IfrsCharts.tradingCompany().chart()
        }) {
            LedgerIndex index = new LedgerIndex();
            ImmutableList<Account> postable = chart.accounts().select(Account::postable);
            String cash = chart.tagged("cash").getFirst().id().value();
            postable.forEach(account -> {
                if (!account.id().value().equals(cash)) {
                    post(index, account.id().value(), cash, "100", EntryKind.NORMAL);
                }
            });
            Reports reports = Reports.of(index, chart, BookId.MAIN, Amounts.currency("JPY"));
            for (StatementLayout layout : new StatementLayout[] {
                Layouts.balanceSheet(),
                Layouts.incomeStatement(),
                Layouts.ifrsFinancialPosition(),
                Layouts.ifrsProfitOrLoss(),
                Layouts.japanBalanceSheet(),
                Layouts.japanIncomeStatement(),
                Layouts.cashFlowDirect(),
                Layouts.cashFlowIndirect(),
                Layouts.japanCashFlow()
            }) {
                Statement statement = reports.statement(layout, StatementColumn.asOf(DAY));
                assertThat(statement.uncovered()).as(layout.title()).isEmpty();
                assertThat(statement.repeated()).as(layout.title()).isEmpty();
            }
        }
    }

    @Test
    void both_methods_keep_the_effect_of_exchange_rates_on_cash_out_of_operating_activities() {
        LedgerIndex index = new LedgerIndex();
        Chart chart = JapaneseCharts.smallCompany().chart();
        String cash = chart.tagged("cash").getFirst().id().value();
        String receivable = chart.tagged("receivable").getFirst().id().value();
        String gain = chart.tagged("fx-unrealised-gain").getFirst().id().value();
        post(index, cash, chart.tagged("revenue").getFirst().id().value(), "1000", EntryKind.NORMAL);
        post(index, cash, gain, "70", EntryKind.REVALUATION);
        post(index, receivable, gain, "5", EntryKind.REVALUATION);
        for (StatementLayout layout : new StatementLayout[] {Layouts.cashFlowDirect(), Layouts.cashFlowIndirect()}) {
            Statement statement =
                    japan(index).statement(layout, StatementColumn.between(DAY.minusDays(1), DAY.plusDays(1)));
            assertThat(statement.minor("operating", 0)).as(layout.title()).isEqualTo(1000);
            assertThat(statement.minor("exchange", 0)).as(layout.title()).isEqualTo(70);
            assertThat(statement.minor("closing", 0)).as(layout.title()).isEqualTo(1070);
        }
    }

    @Test
    void an_account_that_no_row_takes_is_named() {
        LedgerIndex index = new LedgerIndex();
        post(index, "1130", "4110", "100", EntryKind.NORMAL);
        Statement statement = japan(index)
                .statement(
                        StatementLayout.parse(
                                "covers: income asset\ncash | 0 | Cash | accounts closing debit tag=cash"),
                        StatementColumn.asOf(DAY));
        assertThat(statement.uncovered()).containsExactly(AccountId.of("4110"));
    }

    @Test
    void a_book_in_another_currency_is_refused() {
        LedgerIndex index = new LedgerIndex();
        post(index, "1130", "4110", "100", EntryKind.NORMAL);
        assertThatThrownBy(() -> Reports.of(index, Chart.empty(), BookId.MAIN, Amounts.currency("USD")))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("report.currency")).isTrue());
    }

    private static Reports japan(LedgerIndex index) {
        return Reports.of(index, JapaneseCharts.smallCompany().chart(), BookId.MAIN, Amounts.currency("JPY"));
    }

    private static void post(LedgerIndex index, String debit, String credit, String amount, EntryKind kind) {
        long position = index.position() + 1;
        JournalEntry entry = JournalEntry.builder()
                .id("e" + position)
                .date(DAY)
                .kind(kind)
                .debit(debit, Amounts.of(amount, "JPY"))
                .credit(credit, Amounts.of(amount, "JPY"))
                .build();
        assertThat(index.advance(Journals.posted(entry, position, Journals.START)))
                .isTrue();
    }
}
