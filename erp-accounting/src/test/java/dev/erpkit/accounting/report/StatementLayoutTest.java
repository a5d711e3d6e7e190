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
                "a | 0 | A | total a; layout.cycle"
            })
    void a_broken_layout_is_refused_with_its_line(String text, String code) {
        assertThatThrownBy(() -> StatementLayout.parse("title: T\n" + text + "\n"))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has(code)).as(e.getMessage()).isTrue());
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
                Layouts.cashFlowIndirect()
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
