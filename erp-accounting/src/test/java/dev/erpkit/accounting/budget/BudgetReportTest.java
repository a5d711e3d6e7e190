package dev.erpkit.accounting.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.budget.BudgetReport.Figure;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.dimension.DimensionCatalogue;
import dev.erpkit.accounting.dimension.DimensionMember;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.posting.Dimensions;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** Reports along accounts and members: what nobody planned is shown too and stands in the total. */
class BudgetReportTest {
    private static final RoundingPolicy PERCENT = RoundingPolicy.parse("half-even:0");

    private static Account account(String id, String parent) {
        return Account.builder()
                .id(id)
                .name(id)
                .accountClass(AccountClass.EXPENSE)
                .parent(parent)
                .build();
    }

    private static Figure planned(String account, long minor) {
        return Figure.planned(BudgetScope.of(account), minor);
    }

    private static Figure posted(String account, long minor) {
        return Figure.posted(BudgetScope.of(account), minor);
    }

    /** Bills with a plan of its own and plans of some of its accounts, as in a test of hledger. */
    private static final Chart CHART = Chart.of(
            Account.builder()
                    .id("bills")
                    .name("bills")
                    .accountClass(AccountClass.EXPENSE)
                    .build(),
            account("a", "bills"),
            account("b", "bills"),
            account("c", "bills"),
            account("d", "bills"),
            Account.of("taxi", "taxi", AccountClass.EXPENSE));

    @Test
    void plans_below_a_heading_add_to_its_own() {
        BudgetReport report = BudgetReport.byAccount(
                Lists.immutable.of(
                        planned("bills", 100),
                        planned("a", 20),
                        planned("b", 200),
                        planned("c", 50),
                        posted("a", 10),
                        posted("b", 40),
                        posted("d", 20),
                        posted("taxi", 7),
                        Figure.ordered(BudgetScope.of("b"), 5)),
                CHART);
        BudgetRow bills = report.row("bills").orElseThrow();
        assertThat(bills.figures()).isEqualTo(new Availability(370, 70, 5));
        assertThat(bills.figures().availableMinor()).isEqualTo(295);
        assertThat(report.row("a").orElseThrow().figures().percent(PERCENT).orElseThrow())
                .isEqualByComparingTo("50");
        assertThat(report.row("d").orElseThrow().budgeted()).isFalse();
        assertThat(report.row("d").orElseThrow().figures().percent(PERCENT)).isEmpty();
        assertThat(report.unbudgeted()).as("d lies below what is planned").isEqualTo(new Availability(0, 7, 0));
        assertThat(report.total()).isEqualTo(new Availability(370, 77, 5));
        assertThat(report.rows().collect(row -> row.depth() + row.name()))
                .containsExactly("0bills", "1a", "1b", "1c", "1d", "0taxi");
    }

    @Test
    void a_revenue_and_an_expense_as_in_a_scenario_of_tryton() {
        ImmutableList<Figure> figures =
                Lists.immutable.of(planned("a", -15000), planned("b", 5000), posted("a", -13000), posted("b", 6000));
        BudgetReport report = BudgetReport.byAccount(figures, CHART);
        RoundingPolicy four = RoundingPolicy.parse("half-even:2");
        assertThat(report.row("bills").orElseThrow().figures()).isEqualTo(new Availability(-10000, -7000, 0));
        assertThat(report.row("bills").orElseThrow().figures().percent(four).orElseThrow())
                .isEqualByComparingTo("70");
        assertThat(report.row("a").orElseThrow().figures().percent(four).orElseThrow())
                .isEqualByComparingTo("86.67");
        assertThat(report.row("b").orElseThrow().figures().percent(four).orElseThrow())
                .isEqualByComparingTo("120");
    }

    @Test
    void along_the_members_of_an_axis() {
        DimensionCatalogue catalogue = DimensionCatalogue.of(
                Lists.immutable.of("cc"),
                Lists.immutable.of(
                        DimensionMember.heading("cc", "1", "Production"),
                        DimensionMember.of("cc", "110", "Milling").under("1")));
        BudgetScope milling = new BudgetScope(AccountId.of("a"), Dimensions.of("cc", "110"));
        BudgetReport report = BudgetReport.byMember(
                Lists.immutable.of(Figure.planned(milling, 100), Figure.posted(milling, 30), posted("a", 5)),
                "cc",
                catalogue);
        assertThat(report.row("1").orElseThrow().figures()).isEqualTo(new Availability(100, 30, 0));
        assertThat(report.unbudgeted()).isEqualTo(new Availability(0, 5, 0));
        assertThat(report.total()).isEqualTo(new Availability(100, 35, 0));
    }
}
