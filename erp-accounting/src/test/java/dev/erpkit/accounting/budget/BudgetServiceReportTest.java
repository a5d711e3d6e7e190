package dev.erpkit.accounting.budget;

import static dev.erpkit.accounting.posting.GuardedBooks.CLOCK;
import static dev.erpkit.accounting.posting.GuardedBooks.ME;
import static dev.erpkit.accounting.posting.GuardedBooks.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.budget.BudgetChange.Committed;
import dev.erpkit.accounting.budget.memory.MemoryBudgetLog;
import dev.erpkit.accounting.dimension.DimensionCatalogue;
import dev.erpkit.accounting.dimension.DimensionMember;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.posting.GuardedBooks;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.time.MonthDay;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plan, actual and commitments of a book as the service tells them: by account, by member, by period. */
class BudgetServiceReportTest {
    private static final BudgetId ID = BudgetId.of("b");
    private static final Dimensions MILLING = Dimensions.of("cc", "110");
    private static final DimensionCatalogue CATALOGUE = DimensionCatalogue.of(
            Lists.immutable.of("cc"),
            Lists.immutable.of(
                    DimensionMember.heading("cc", "1", "Production"),
                    DimensionMember.of("cc", "110", "Milling").under("1")));
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 15);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 15);

    private final GuardedBooks books = new GuardedBooks();
    private final BudgetService budgets = new BudgetService(
            new MemoryBudgetLog(books.work),
            books.stores.journal(),
            books.work,
            AccessPolicy.allowAll(),
            CLOCK,
            books::chart,
            () -> CATALOGUE,
            new ControlPolicy(Lists.immutable.empty()));

    @BeforeEach
    void planAndSpend() {
        FiscalCalendar calendar = FiscalCalendar.monthly(MonthDay.of(1, 1), YearNaming.START_YEAR);
        Budget budget = Budget.builder()
                .id("b")
                .year(calendar.year(2026))
                .currency(Amounts.currency("EUR"))
                .line("5100", MILLING, BudgetSpread.equal(1200, 12))
                .line("1900", Dimensions.none(), BudgetSpread.equal(2400, 12))
                .build();
        budgets.draft(budget, ME).orElseThrow();
        budgets.commit(
                        new Committed(
                                CommitmentId.of("order"),
                                BookId.MAIN,
                                new BudgetScope(
                                        budget.lines().getFirst().scope().account(), MILLING),
                                MARCH,
                                9),
                        ME)
                .orElseThrow();
        spend("january", JANUARY, "5100", MILLING, 70);
        spend("march", MARCH, "5100", Dimensions.none(), 30);
        spend("unplanned", MARCH, "5200", Dimensions.none(), 4);
        spend("planned asset", MARCH, "1900", Dimensions.none(), 11);
        spend("next year", MARCH.plusYears(1), "5100", MILLING, 500);
    }

    private void spend(String id, LocalDate day, String account, Dimensions dimensions, long cents) {
        books.posting().post(entry(id, day, account, dimensions, cents), ME).orElseThrow();
    }

    private static Availability of(BudgetReport report, String row) {
        return report.row(row).orElseThrow().figures();
    }

    @Test
    void the_year_along_the_accounts_with_what_nobody_planned_and_without_the_bank() {
        BudgetReport report = budgets.report(ID);
        assertThat(of(report, "5100")).isEqualTo(new Availability(1200, 100, 9));
        assertThat(of(report, "5")).isEqualTo(new Availability(1200, 104, 9));
        assertThat(of(report, "1900")).isEqualTo(new Availability(2400, 11, 0));
        assertThat(report.row("1000")).isEmpty();
        assertThat(report.unbudgeted()).isEqualTo(new Availability(0, 4, 0));
        assertThat(report.total()).isEqualTo(new Availability(3600, 115, 9));
    }

    @Test
    void some_periods_and_the_members_of_an_axis() {
        ImmutableList<DateRange> months =
                budgets.current().find(ID).orElseThrow().budget().periods();
        assertThat(of(budgets.report(ID, months.get(0)), "5100")).isEqualTo(new Availability(100, 70, 0));
        assertThat(of(budgets.report(ID, months.get(1).span(months.get(2))), "5100"))
                .isEqualTo(new Availability(200, 30, 9));
        BudgetReport report = budgets.report(ID, months.get(0).span(months.get(2)), "cc");
        assertThat(of(report, "1")).isEqualTo(new Availability(300, 70, 9));
        assertThat(report.total()).isEqualTo(new Availability(900, 115, 9));
    }

    @Test
    void what_is_no_row_of_periods_or_no_budget_is_said() {
        DateRange half = DateRange.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 16));
        assertThatThrownBy(() -> budgets.report(ID, half))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("whole periods");
        assertThatThrownBy(() -> budgets.report(BudgetId.of("none"))).isInstanceOf(NotFoundException.class);
    }
}
