package dev.erpkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.evidence.Verification;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.report.CellLine;
import dev.erpkit.accounting.report.Statement;
import dev.erpkit.company.report.OpenItems;
import dev.erpkit.company.report.YearReports;
import dev.erpkit.core.money.Amounts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole company, run twice over one folder: its books and statements. */
class CompanyTest {
    @TempDir
    static Path folder;

    private static String firstOutput = "";
    private static String firstPage = "";
    private static Verification firstChain;
    private static String secondOutput = "";
    private static Storage storage;
    private static Books books;
    private static YearReports reports;

    @BeforeAll
    static void run_twice() throws IOException {
        firstOutput = run();
        firstPage = page();
        try (Storage once = Storage.open(folder)) {
            firstChain = new Bookkeeper(once.stores()).books().verify();
        }
        secondOutput = run();
        storage = Storage.open(folder);
        books = new Bookkeeper(storage.stores()).books();
        reports = YearReports.of(books, CompanyChart.template(), Main.YEAR);
    }

    @AfterAll
    static void close() {
        storage.close();
    }

    @Test
    void second_run_changes_nothing() throws IOException {
        assertThat(page()).isEqualTo(firstPage);
        assertThat(statements(secondOutput)).isEqualTo(statements(firstOutput));
        assertThat(books.verify()).isEqualTo(firstChain);
        assertThat(firstChain.entries()).isBetween(2_000L, 5_000L);
    }

    @Test
    void chain_is_sound() {
        assertThat(firstChain.sound()).isTrue();
        assertThat(firstPage).contains(firstChain.head().toString()).contains("Chain verified");
    }

    @Test
    void progress_is_told_month_by_month() {
        assertThat(firstOutput.lines().filter(line -> line.contains(" locked, ")))
                .hasSize(12);
    }

    @Test
    void sales_purchases_and_payroll_come_in_as_events() {
        Map<String, Integer> sources = new TreeMap<>();
        books.stores()
                .journal()
                .forEach(
                        JournalQuery.all(),
                        posted -> posted.entry()
                                .source()
                                .ifPresent(source -> sources.merge(source.type(), 1, Integer::sum)));
        assertThat(sources).containsEntry("payroll", 15).containsKeys("sales-invoice", "purchase-bill");
        assertThat(sources.get("sales-invoice")).isGreaterThan(600);
    }

    @Test
    void trial_balance_sums_to_zero() {
        assertThat(reports.trial().total().openingMinor()).isZero();
        assertThat(reports.trial().total().closingMinor()).isZero();
        assertThat(reports.trial().total().debitMinor())
                .isPositive()
                .isEqualTo(reports.trial().total().creditMinor());
    }

    @Test
    void every_account_stands_in_each_statement_once() {
        for (Statement statement : List.of(reports.income(), reports.months(), reports.sheet(), reports.cashFlow())) {
            assertThat(statement.uncovered()).as(statement.title()).isEmpty();
            assertThat(statement.repeated()).as(statement.title()).isEmpty();
        }
    }

    @Test
    void assets_are_liabilities_and_net_assets_at_both_ends_of_the_year() {
        for (int column : new int[] {0, 1}) {
            assertThat(reports.sheet().minor("assets", column))
                    .isPositive()
                    .isEqualTo(reports.sheet().minor("claims", column));
        }
    }

    @Test
    void profit_is_what_net_assets_have_grown_by() {
        long profit = reports.income().minor("result", 0);
        assertThat(profit).isPositive();
        assertThat(reports.changes().total().resultMinor()).isEqualTo(profit);
        assertThat(reports.changes().total().openingMinor())
                .isEqualTo(reports.sheet().minor("equity", 1));
        assertThat(reports.changes().total().closingMinor())
                .isEqualTo(reports.sheet().minor("equity", 0))
                .isEqualTo(reports.sheet().minor("equity", 1) + profit);
        assertThat(reports.sheet().minor("retained", 0) - reports.sheet().minor("retained", 1))
                .isEqualTo(profit);
        assertThat(reports.cashFlow().minor("before-tax", 0))
                .isEqualTo(reports.income().minor("before-tax", 0));
    }

    @Test
    void months_add_up_to_the_year() {
        reports.months().rows().forEach(row -> {
            long months = row.cells().take(12).sumOfLong(cell -> cell.minor());
            assertThat(months).as(row.label()).isEqualTo(row.cells().getLast().minor());
            assertThat(row.cells().getLast())
                    .isEqualTo(reports.income().row(row.id()).cells().getFirst());
        });
    }

    @Test
    void cash_flow_leads_from_the_cash_of_one_balance_sheet_to_that_of_the_next() {
        assertThat(reports.cashFlow().minor("opening", 0)).isEqualTo(cash(1));
        assertThat(reports.cashFlow().minor("closing", 0)).isEqualTo(cash(0));
        long exchange = reports.cashFlow().minor("exchange", 0);
        long[] revalued = new long[1];
        books.stores().journal().forEach(JournalQuery.all().on(AccountId.of(CompanyChart.DOLLARS)), posted -> {
            JournalEntry entry = posted.entry();
            if (entry.id().value().startsWith("REVAL-CASH-")) {
                revalued[0] += entry.lines()
                        .select(line -> line.account().value().equals(CompanyChart.DOLLARS))
                        .sumOfLong(line -> line.baseMinor());
            }
        });
        assertThat(exchange).isNotZero().isEqualTo(revalued[0]);
    }

    private static long cash(int column) {
        return reports.sheet()
                .rows()
                .select(row -> row.account()
                        .flatMap(books.chart()::find)
                        .filter(account -> account.tags().contains("cash"))
                        .isPresent())
                .sumOfLong(row -> row.cells().get(column).minor());
    }

    @Test
    void every_figure_is_the_sum_of_the_lines_it_leads_to() {
        for (Statement statement : List.of(reports.income(), reports.sheet(), reports.cashFlow())) {
            statement.rows().select(row -> row.cells().notEmpty()).forEach(row -> {
                ImmutableList<CellLine> lines = row.cells().getFirst().lines();
                assertThat(lines.sumOfLong(CellLine::minor))
                        .as(row.label())
                        .isEqualTo(row.cells().getFirst().minor());
            });
        }
    }

    @Test
    void figures_are_those_of_the_seed() {
        Statement income = reports.income();
        assertThat(income.minor("revenue", 0)).isEqualTo(547_957_902);
        assertThat(income.minor("gross", 0)).isEqualTo(180_078_677);
        assertThat(income.minor("operating", 0)).isEqualTo(98_420_815);
        assertThat(income.minor("ordinary", 0)).isEqualTo(99_305_863);
        assertThat(income.minor("result", 0)).isEqualTo(69_514_163);
        assertThat(reports.sheet().minor("assets", 0)).isEqualTo(242_825_313);
        assertThat(reports.sheet().minor("equity", 0)).isEqualTo(145_172_479);
        assertThat(reports.cashFlow().minor("operating", 0)).isEqualTo(65_821_246);
        assertThat(reports.cashFlow().minor("closing", 0)).isEqualTo(125_897_734);
        assertThat(firstPage)
                .contains("Net sales</small></span><b>547,957,902</b>")
                .contains("Operating profit</small></span><b>98,420,815</b>")
                .contains("Profit</small></span><b>69,514,163</b>")
                .contains("Net assets</small></span><b>145,172,479</b>")
                .contains("Cash</small></span><b>125,897,734</b>");
        assertThat(firstOutput.lines())
                .anyMatch(line -> line.startsWith("当期純利益 Profit ") && line.endsWith(" 69,514,163"))
                .anyMatch(line -> line.startsWith("資産合計 Total assets ") && line.contains(" 242,825,313 "));
    }

    @Test
    void after_the_close_income_and_expense_are_zero() {
        books.chart()
                .accounts()
                .select(account ->
                        account.accountClass() == AccountClass.INCOME || account.accountClass() == AccountClass.EXPENSE)
                .forEach(account -> assertThat(
                                Amounts.minor(books.balance(account.id().value(), TradingYear.LAST)))
                        .as(account.name())
                        .isZero());
    }

    @Test
    void open_items_are_the_balances_of_their_control_accounts() {
        for (ControlKind kind : new ControlKind[] {ControlKind.RECEIVABLE, ControlKind.PAYABLE}) {
            List<OpenItems> all = OpenItems.of(books, kind, TradingYear.LAST);
            assertThat(all).hasSize(1);
            OpenItems items = all.get(0);
            for (String currency : new String[] {"JPY", "USD"}) {
                long open = items.rows().stream()
                        .filter(row -> row.currency().getCurrencyCode().equals(currency))
                        .mapToLong(row -> row.amounts().sum())
                        .sum();
                assertThat(Amounts.ofMinor(open, Amounts.currency(currency)))
                        .isEqualTo(books.balance(
                                BookId.MAIN,
                                AccountId.of(items.account()),
                                Amounts.currency(currency),
                                TradingYear.LAST));
            }
            assertThat(items.open() + items.revalued()).isEqualTo(items.balance());
            assertThat(items.revalued()).isNotZero();
        }
    }

    @Test
    void invoices_that_came_in_as_events_age_by_their_due_dates() {
        OpenItems receivables =
                OpenItems.of(books, ControlKind.RECEIVABLE, TradingYear.LAST).get(0);
        long notDue = receivables.rows().stream()
                .mapToLong(row -> row.amounts().get(0))
                .sum();
        long late = receivables.rows().stream()
                .mapToLong(row -> row.amounts().sum() - row.amounts().get(0))
                .sum();
        assertThat(notDue).isPositive();
        assertThat(late).isPositive().isLessThan(notDue);
    }

    @Test
    void what_revaluation_has_added_brings_foreign_balances_to_the_closing_rate() {
        OpenItems items =
                OpenItems.of(books, ControlKind.RECEIVABLE, TradingYear.LAST).get(0);
        long cents = items.rows().stream()
                .filter(row -> row.currency().getCurrencyCode().equals("USD"))
                .mapToLong(row -> row.amounts().sum())
                .sum();
        long yen = items.rows().stream()
                .filter(row -> row.currency().getCurrencyCode().equals("JPY"))
                .mapToLong(row -> row.amounts().sum())
                .sum();
        // 152.38 yen at the end of March; one balance of each customer is rounded on its own.
        assertThat(items.balance() - yen).isBetween(cents * 15_238 / 10_000 - 3, cents * 15_238 / 10_000 + 3);
    }

    @Test
    void every_month_is_locked_and_the_year_is_closed() {
        assertThat(books.periods().current().lockedThrough(BookId.MAIN, LockScope.ALL))
                .contains(TradingYear.LAST);
        assertThat(books.periods().current().closedYears(BookId.MAIN)).hasSize(1);
    }

    private static String run() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        assertThat(Main.run(new String[] {"--dir", folder.toString()}, out, out))
                .isZero();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String page() throws IOException {
        return Files.readString(folder.resolve("company.html"));
    }

    /** The output behind the progress. */
    private static String statements(String output) {
        return output.substring(output.indexOf("残高試算表"));
    }
}
