package dev.erpkit.accounting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.chart.ifrs.IfrsCharts;
import dev.erpkit.accounting.chart.japan.JapaneseCharts;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.ledger.Journals;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.accounting.ratio.KeyRatios;
import dev.erpkit.accounting.ratio.RatioValue;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A small manufacturer's year, in thousands of yen, derived by hand. Materials 20 + 300 - 30 = 290, labour 150 + 30 = 180,
 * overhead 60 + 40 = 100, together 570; work in process 50 before and 70 after: products for 550. Of these with 80 before and
 * 90 after, 540 were sold for 1,000.
 */
class JapaneseStatementsTest {
    private static final LocalDate START = LocalDate.of(2025, 4, 1);
    private static final LocalDate END = LocalDate.of(2026, 3, 31);
    private static final StatementColumn YEAR = StatementColumn.between(START, END.plusDays(1));

    private final LedgerIndex index = new LedgerIndex();

    @BeforeEach
    void year() {
        LocalDate before = START.minusDays(1);
        post(before, "1130", "3110", 1_000, "");
        post(before, "1230", "1130", 20, "");
        post(before, "1240", "1130", 50, "");
        post(before, "1220", "1130", 80, "");
        post(before, "1130", "3160", 200, "");
        post(before, "1160", "1130", 100, "");
        post(START, "1160", "4110", 1_000, "");
        post(START, "1130", "1160", 900, "");
        post(START, "5220", "2120", 300, "");
        post(START, "2120", "1130", 260, "");
        post(START, "5310", "1130", 150, "");
        post(START, "5330", "1130", 30, "");
        post(START, "5410", "1130", 60, "");
        post(START, "5430", "1130", 40, "");
        inventory("5210", "1230", "5230", 20, 30);
        inventory("5510", "1240", "5520", 50, 70);
        inventory("5610", "1220", "5620", 80, 90);
        post(END, "6120", "1130", 200, "");
        post(END, "8110", "1130", 10, "");
        post(END, "9310", "2160", 75, "");
        post(START, "1130", "3110", 100, "issue");
        post(START, "1130", "3120", 100, "issue");
        post(START, "3160", "1130", 55, "dividend");
        post(START, "3160", "3140", 5, "reserve");
        post(START, "3170", "1130", 7, "treasury");
        post(START, "1610", "3210", 12, "");
    }

    private void inventory(String opening, String account, String closing, long before, long after) {
        post(END, opening, account, before, "");
        post(END, account, closing, after, "");
    }

    private void post(LocalDate day, String debit, String credit, long thousands, String change) {
        post(day, debit, credit, thousands, change, EntryKind.NORMAL);
    }

    private void post(LocalDate day, String debit, String credit, long thousands, String change, EntryKind kind) {
        long position = index.position() + 1;
        JournalEntry entry = JournalEntry.builder()
                .id("e" + position)
                .date(day)
                .kind(kind)
                .add(line(debit, thousands, change))
                .add(line(credit, -thousands, change))
                .build();
        index.advance(Journals.posted(entry, position, Journals.START));
    }

    private static JournalLine line(String account, long thousands, String change) {
        JournalLine.Builder line = JournalLine.builder();
        line.account(account).dimensions(change.isEmpty() ? Dimensions.none() : Dimensions.of("equity-change", change));
        return line.inBase(Amounts.of(BigDecimal.valueOf(1000 * thousands), Amounts.currency("JPY")))
                .build();
    }

    private Reports reports() {
        return Reports.of(index, JapaneseCharts.smallCompany().chart(), BookId.MAIN, Amounts.currency("JPY"));
    }

    private static long thousands(Statement statement, String row) {
        return statement.minor(row, 0) / 1000;
    }

    @Test
    void the_cost_of_manufacture_goes_from_materials_to_finished_products() {
        Statement cost = reports().statement(Layouts.japanManufacturingCost(), YEAR);
        assertThat(cost.title()).isEqualTo("製造原価報告書");
        assertThat(thousands(cost, "materials")).isEqualTo(290);
        assertThat(thousands(cost, "labour")).isEqualTo(180);
        assertThat(thousands(cost, "overhead")).isEqualTo(100);
        assertThat(thousands(cost, "incurred")).isEqualTo(570);
        assertThat(thousands(cost, "opening")).isEqualTo(50);
        assertThat(thousands(cost, "closing")).isEqualTo(70);
        assertThat(thousands(cost, "cost")).isEqualTo(550);
        assertThat(cost.repeated()).isEmpty();
    }

    @Test
    void the_cost_of_sales_is_that_of_the_income_statement() {
        Statement sales = reports().statement(Layouts.japanCostOfSales(), YEAR);
        assertThat(thousands(sales, "manufactured")).isEqualTo(550);
        assertThat(thousands(sales, "cost")).isEqualTo(540);
        Statement income = reports().statement(Layouts.japanIncomeStatement(), YEAR);
        assertThat(thousands(income, "cost-of-sales")).isEqualTo(540);
        assertThat(thousands(income, "gross")).isEqualTo(460);
        assertThat(thousands(income, "operating")).isEqualTo(260);
        assertThat(thousands(income, "result")).isEqualTo(175);
        assertThat(thousands(reports().statement(Layouts.japanSellingAndAdministrative(), YEAR), "total"))
                .isEqualTo(200);
    }

    private ImmutableList<Long> row(EquityStatement statement, String id) {
        return statement.row(id).minor().collect(minor -> minor / 1000);
    }

    /** Before and after the close the statement is the same, and closes with the equity of the balance sheet. */
    @Test
    void changes_in_equity_stand_by_component_and_kind() {
        for (int closed = 0; closed < 2; closed++) {
            EquityStatement changes = reports().equityStatement(Layouts.japanChangesInEquity(), START, END.plusDays(1));
            assertThat(changes.columns().take(8))
                    .containsExactly("資本金", "資本準備金", "その他資本剰余金", "利益準備金", "任意積立金", "繰越利益剰余金", "自己株式", "評価・換算差額等");
            assertThat(row(changes, "opening").take(8)).containsExactly(1000L, 0L, 0L, 0L, 0L, 200L, 0L, 0L);
            assertThat(row(changes, "issue").take(8)).containsExactly(100L, 100L, 0L, 0L, 0L, 0L, 0L, 0L);
            assertThat(row(changes, "dividend").take(8)).containsExactly(0L, 0L, 0L, 0L, 0L, -55L, 0L, 0L);
            assertThat(row(changes, "reserve").take(8)).containsExactly(0L, 0L, 0L, 5L, 0L, -5L, 0L, 0L);
            assertThat(row(changes, "result").take(8)).containsExactly(0L, 0L, 0L, 0L, 0L, 175L, 0L, 0L);
            assertThat(row(changes, "treasury").take(8)).containsExactly(0L, 0L, 0L, 0L, 0L, 0L, -7L, 0L);
            assertThat(row(changes, "net").take(8)).containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 0L, 12L);
            assertThat(row(changes, "closing").take(8)).containsExactly(1100L, 100L, 0L, 5L, 0L, 315L, -7L, 12L);
            Statement sheet = reports().statement(Layouts.japanBalanceSheet(), StatementColumn.asOf(END));
            assertThat(changes.row("closing").totalMinor()).isEqualTo(sheet.minor("equity", 0));
            assertThat(thousands(sheet, "valuation")).isEqualTo(12);
            assertThat(thousands(sheet, "reserves")).isEqualTo(5);
            close();
        }
    }

    /** Everything that income and expense hold goes to retained earnings. */
    private void close() {
        Statement income = reports()
                .statement(
                        StatementLayout.parse("all | 0 | All | accounts closing credit class=income,expense detail"),
                        YEAR);
        for (StatementRow row : income.rows().select(r -> r.account().isPresent())) {
            long thousands = row.cells().getFirst().minor() / 1000;
            String account = row.account().orElseThrow().value();
            post(
                    END,
                    thousands > 0 ? account : "3160",
                    thousands > 0 ? "3160" : account,
                    Math.abs(thousands),
                    "",
                    EntryKind.CLOSING);
        }
    }

    @Test
    void comprehensive_income_adds_what_passes_the_result_by() {
        LedgerIndex ifrs = new LedgerIndex();
        long position = 0;
        for (String[] pair : new String[][] {
            {"1120", "4100", "500"}, {"5100", "1120", "300"}, {"1120", "3300", "20"}, {"3320", "1120", "8"}
        }) {
            position++;
            ifrs.advance(Journals.posted(
                    JournalEntry.builder()
                            .id("e" + position)
                            .date(END)
                            .debit(pair[0], Amounts.of(pair[2], "EUR"))
                            .credit(pair[1], Amounts.of(pair[2], "EUR"))
                            .build(),
                    position,
                    Journals.START));
        }
        Reports reports = Reports.of(ifrs, IfrsCharts.tradingCompany().chart(), BookId.MAIN, Amounts.currency("EUR"));
        Statement statement = reports.statement(Layouts.ifrsComprehensiveIncome(), YEAR);
        assertThat(statement.minor("result", 0)).isEqualTo(20_000);
        assertThat(statement.minor("reclassified", 0)).isEqualTo(2_000);
        assertThat(statement.minor("not-reclassified", 0)).isEqualTo(-800);
        assertThat(statement.minor("comprehensive", 0)).isEqualTo(21_200);
        EquityStatement changes = reports.equityStatement(Layouts.ifrsChangesInEquity(), START, END.plusDays(1));
        assertThat(changes.row("result").totalMinor()).isEqualTo(20_000);
        assertThat(changes.row("closing").totalMinor()).isEqualTo(21_200);
    }

    /** The figures of the year above, each by hand. */
    @Test
    void ratios_are_exact_and_tell_their_inputs() {
        Statement inputs = reports().statement(KeyRatios.inputs(), YEAR);
        KeyRatios.Values ratios = KeyRatios.standard().of(inputs, 0);
        assertThat(thousands(inputs, "revenue")).isEqualTo(1000);
        assertThat(inputs.uncovered()).isEmpty();
        assertThat(ratios.value("gross-margin").text()).isEqualTo("46.0 %");
        assertThat(ratios.value("operating-margin").text()).isEqualTo("26.0 %");
        assertThat(ratios.value("ordinary-margin").value()).contains(Rational.of(1, 4));
        assertThat(ratios.value("net-margin").text()).isEqualTo("17.5 %");
        assertThat(ratios.value("interest-cover").text()).isEqualTo("26.00");
        // receivables 100 and 200: 150 / 1,000 x 365
        assertThat(ratios.value("receivable-days").value()).contains(Rational.parse("54.75"));
        assertThat(ratios.value("receivable-days").text()).isEqualTo("54.8 days");
        // fixed 200 / (1 - 540 / 1,000)
        assertThat(ratios.value("break-even-sales").value()).contains(Rational.of(10_000_000, 23));
        assertThat(ratios.value("break-even-sales").text()).isEqualTo("434783 JPY");
        // result 175 / mean of 1,200 and 1,525
        assertThat(ratios.value("roe").value()).contains(Rational.of(175, 1).divide(Rational.parse("1362.5")));
        assertThat(ratios.value("equity-ratio").value())
                .contains(Rational.of(inputs.minor("equity", 0), inputs.minor("assets", 0)));
        assertThat(ratios.value("gross-margin").trace().render())
                .contains("gross / revenue")
                .contains("input gross=460000")
                .contains("input revenue=1000000");
    }

    @Test
    void a_ratio_over_nothing_has_no_value_and_says_so() {
        LedgerIndex empty = new LedgerIndex();
        Reports reports =
                Reports.of(empty, JapaneseCharts.smallCompany().chart(), BookId.MAIN, Amounts.currency("JPY"));
        RatioValue margin = KeyRatios.standard()
                .of(reports.statement(KeyRatios.inputs(), YEAR), 0)
                .value("gross-margin");
        assertThat(margin.isDefined()).isFalse();
        assertThat(margin.text()).isEqualTo("undefined");
        assertThat(margin.trace().render()).contains("divides by zero");
    }

    @Test
    void formulas_are_checked_when_they_are_read_and_rows_when_they_are_asked_for() {
        for (String broken : new String[] {
            "a | A | percent 1",
            "a | A | percent x | 1",
            "a | A | furlong 1 | 1",
            "a | A | times 1 | ( 1 + 2",
            "a | A | times 1 | 1 +",
            "a | A | times 1 | 1 2"
        }) {
            assertThatThrownBy(() -> KeyRatios.parse(broken))
                    .isInstanceOfSatisfying(
                            InvalidValueException.class,
                            e -> assertThat(e.has("ratio.syntax")).isTrue());
        }
        Statement inputs = reports().statement(KeyRatios.inputs(), YEAR);
        assertThatThrownBy(
                        () -> KeyRatios.parse("a | A | times 1 | turnover / 2").of(inputs, 0))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("ratio.unknown-row")).isTrue());
        assertThat(KeyRatios.parse("a | A | times 0 | 2 + 3 * 4 - 10 / 5")
                        .of(inputs, 0)
                        .value("a")
                        .text())
                .isEqualTo("12");
    }
}
