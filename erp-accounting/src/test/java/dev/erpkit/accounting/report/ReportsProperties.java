package dev.erpkit.accounting.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.ledger.DimensionFilter;
import dev.erpkit.accounting.ledger.Journals;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.accounting.report.text.ReportTable;
import dev.erpkit.core.money.Amounts;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Statements of random journals: they balance, and every figure is the sum of the lines it drills to. */
final class ReportsProperties {
    private static final Chart CHART = Chart.of(
            account("1000", AccountClass.ASSET).tag("cash").tag("current-asset").build(),
            account("1100", AccountClass.ASSET)
                    .control(ControlKind.RECEIVABLE)
                    .tag("receivable")
                    .build(),
            account("2000", AccountClass.LIABILITY).tag("borrowing").build(),
            account("3000", AccountClass.EQUITY).tag("capital").build(),
            account("4000", AccountClass.INCOME).tag("revenue").build(),
            account("5000", AccountClass.EXPENSE).tag("cost-of-sales").build());

    private static final ImmutableList<StatementLayout> ALL = Lists.immutable.of(
            Layouts.balanceSheet(),
            Layouts.incomeStatement(),
            Layouts.ifrsFinancialPosition(),
            Layouts.ifrsProfitOrLoss(),
            Layouts.japanBalanceSheet(),
            Layouts.japanIncomeStatement(),
            Layouts.cashFlowDirect(),
            Layouts.cashFlowIndirect(),
            Layouts.japanCashFlow(),
            Layouts.cashBasisResult());

    private static Account.Builder account(String id, AccountClass accountClass) {
        return Account.builder().id(id).name("Account " + id).accountClass(accountClass);
    }

    @Provide
    Arbitrary<List<PostedEntry>> journals() {
        return Journals.any();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-40, 950).map(Journals.FIRST_DAY::plusDays);
    }

    private static Reports reports(List<PostedEntry> journal, Random random) {
        LedgerIndex index = new LedgerIndex();
        journal.forEach(index::advance);
        long known = random.nextBoolean() ? journal.size() : random.nextInt(journal.size() + 1);
        return Reports.of(index.asKnownAt(known), CHART, BookId.MAIN, Amounts.currency("JPY"));
    }

    @Property
    void assets_equal_liabilities_and_equity_before_and_after_any_close(
            @ForAll("journals") List<PostedEntry> journal, @ForAll("days") LocalDate day, @ForAll Random random) {
        Reports reports = reports(journal, random);
        for (StatementLayout layout : ALL.select(l -> l.row("assets").isPresent())) {
            Statement sheet =
                    reports.statement(layout, StatementColumn.asOf(day), StatementColumn.asOf(day.plusDays(99)));
            assertThat(sheet.minor("assets", 0)).isEqualTo(sheet.minor("claims", 0));
            assertThat(sheet.minor("assets", 1)).isEqualTo(sheet.minor("claims", 1));
            assertThat(sheet.uncovered()).isEmpty();
            assertThat(sheet.repeated()).isEmpty();
        }
    }

    @Property
    void every_cell_is_the_sum_of_the_lines_it_drills_to(
            @ForAll("journals") List<PostedEntry> journal, @ForAll("days") LocalDate day, @ForAll Random random) {
        Reports all = reports(journal, random);
        Reports reports = random.nextBoolean() ? all : all.with(DimensionFilter.of("centre", "b"));
        StatementLayout layout = ALL.get(random.nextInt(ALL.size()));
        StatementColumn column = random.nextBoolean()
                ? StatementColumn.asOf(day)
                : StatementColumn.between(day, day.plusDays(random.nextInt(400)));
        for (StatementRow row : reports.statement(layout, column).rows()) {
            for (StatementCell cell : row.cells()) {
                assertThat(cell.lines().sumOfLong(CellLine::minor))
                        .as(layout.title() + " " + row.id())
                        .isEqualTo(cell.minor());
            }
        }
    }

    @Property
    void both_methods_give_the_change_in_cash(
            @ForAll("journals") List<PostedEntry> journal, @ForAll("days") LocalDate day, @ForAll Random random) {
        Reports reports = reports(journal, random);
        StatementColumn column = StatementColumn.between(day, day.plusDays(200));
        Statement direct = reports.statement(Layouts.cashFlowDirect(), column);
        Statement indirect = reports.statement(Layouts.cashFlowIndirect(), column);
        StatementLayout cash = StatementLayout.parse("cash | 0 | Cash | accounts movement debit tag=cash");
        long change = reports.statement(cash, column).minor("cash", 0);
        assertThat(direct.minor("change", 0)).isEqualTo(change);
        assertThat(indirect.minor("change", 0)).isEqualTo(change);
        assertThat(reports.statement(Layouts.japanCashFlow(), column).minor("change", 0))
                .isEqualTo(change);
        assertThat(direct.uncovered()).isEmpty();
        assertThat(indirect.repeated()).isEmpty();
    }

    @Property
    void changes_in_equity_lead_from_one_balance_sheet_to_the_next(
            @ForAll("journals") List<PostedEntry> journal, @ForAll("days") LocalDate day, @ForAll Random random) {
        Reports reports = reports(journal, random);
        LocalDate end = day.plusDays(365);
        ChangesInEquity changes = reports.changesInEquity(day, end);
        Statement sheets = reports.statement(
                Layouts.balanceSheet(), StatementColumn.asOf(day.minusDays(1)), StatementColumn.asOf(end.minusDays(1)));
        Statement income = reports.statement(Layouts.incomeStatement(), StatementColumn.between(day, end));
        assertThat(changes.total().openingMinor()).isEqualTo(sheets.minor("equity", 0));
        assertThat(changes.total().closingMinor()).isEqualTo(sheets.minor("equity", 1));
        assertThat(changes.total().resultMinor()).isEqualTo(income.minor("result", 0));
        ChangesInEquity carried = changes.withResultWhereCarried();
        assertThat(carried.total().closingMinor()).isEqualTo(changes.total().closingMinor());
        assertThat(carried.components().sumOfLong(ChangesInEquity.Component::closingMinor))
                .isEqualTo(changes.total().closingMinor());
        assertThat(carried.components().sumOfLong(ChangesInEquity.Component::resultMinor))
                .isEqualTo(carried.total().resultMinor());
        assertThat(carried.components()).allMatch(part -> part.carriedOverMinor() == 0);
    }

    @Property
    void trial_balance_general_ledger_and_registers_agree(
            @ForAll("journals") List<PostedEntry> journal, @ForAll("days") LocalDate day, @ForAll Random random) {
        Reports reports = reports(journal, random);
        LocalDate end = day.plusDays(90);
        TrialBalance trial = reports.trialBalance(day, end);
        assertThat(trial.total().openingMinor()).isZero();
        assertThat(trial.total().debitMinor()).isEqualTo(trial.total().creditMinor());
        reports.generalLedger(day, end, page -> {
            assertThat(page.base())
                    .isEqualTo(trial.row(page.account()).orElseThrow().base());
            assertThat(page).isEqualTo(reports.register(page.account(), day, end));
            if (page.lines().notEmpty()) {
                assertThat(page.lines().getLast().baseBalanceMinor())
                        .isEqualTo(page.base().closingMinor());
            }
        });
    }

    @Property(tries = 50)
    void reports_stay_what_they_were_while_more_is_posted(
            @ForAll("journals") List<PostedEntry> journal, @ForAll("days") LocalDate day) {
        LedgerIndex index = new LedgerIndex();
        int half = journal.size() / 2;
        journal.subList(0, half).forEach(index::advance);
        Reports reports = Reports.of(index, CHART, BookId.MAIN, Amounts.currency("JPY"));
        Statement before = reports.statement(Layouts.balanceSheet(), StatementColumn.asOf(day));
        String text = ReportTable.of(before).text();
        journal.subList(half, journal.size()).forEach(index::advance);
        Statement after = reports.statement(Layouts.balanceSheet(), StatementColumn.asOf(day));
        assertThat(after).isEqualTo(before);
        assertThat(ReportTable.of(after).text()).isEqualTo(text);
    }
}
