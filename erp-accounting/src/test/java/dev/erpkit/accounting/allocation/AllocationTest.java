package dev.erpkit.accounting.allocation;

import static dev.erpkit.accounting.posting.GuardedBooks.ME;
import static dev.erpkit.accounting.posting.GuardedBooks.code;
import static dev.erpkit.accounting.posting.GuardedBooks.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.posting.GuardedBooks;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.posting.Dimensions;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** Cycles over pools: exact, in their order, and run again only what is new. */
class AllocationTest {
    private static final DateRange APRIL = DateRange.parse("2026-04-01/2026-05-01");
    private static final LocalDate DAY = LocalDate.of(2026, 4, 10);

    private static Dimensions cc(String code) {
        return Dimensions.of("cc", code);
    }

    private static Movement cost(String code, long minor) {
        return new Movement(AccountId.of("5100"), cc(code), minor);
    }

    private static AllocationStep building() {
        return AllocationStep.of("building", cc("building"), "5100", "5200")
                .to(cc("it"), "1")
                .to(cc("milling"), "1")
                .to(cc("office"), "1");
    }

    private static AllocationStep it() {
        return AllocationStep.of("it", cc("it"), "5100").to(cc("milling"), "3").to(cc("office"), "1");
    }

    private static AllocationCycle cycle(AllocationStep... steps) {
        return AllocationCycle.of("overhead", BookId.MAIN, steps);
    }

    @Test
    void a_pool_gives_what_it_has_and_what_it_got() {
        AllocationPlan plan = Allocation.plan(
                        cycle(building(), it()), Lists.immutable.of(cost("building", 10000), cost("it", 5000)))
                .orElseThrow();
        assertThat(plan.movements())
                .containsExactlyInAnyOrder(
                        cost("building", -10000), cost("it", -5000), cost("milling", 9584), cost("office", 5416));
        assertThat(plan.movements().sumOfLong(Movement::minor)).isZero();
        assertThat(plan.trace().collect(step -> step.inputs().get("step"))).containsExactly("building", "it");
        assertThat(plan.trace().getLast().result())
                .as("5,000 and a third of 10,000")
                .isEqualTo("8334");
    }

    @Test
    void further_coordinates_stay_and_drivers_are_what_moved() {
        Dimensions pool = cc("building").with("project", "A");
        AllocationStep byRevenue = AllocationStep.of("building", cc("building"), "5100")
                .to(cc("a"), "0")
                .to(cc("b"), "0")
                .by("4000");
        ImmutableList<Movement> period = Lists.immutable.of(
                new Movement(AccountId.of("5100"), pool, 300),
                new Movement(AccountId.of("4000"), cc("a"), 200),
                new Movement(AccountId.of("4000"), cc("b"), 100));
        assertThat(Allocation.plan(cycle(byRevenue), period).orElseThrow().movements())
                .containsExactlyInAnyOrder(
                        new Movement(AccountId.of("5100"), pool, -300),
                        new Movement(AccountId.of("5100"), cc("a").with("project", "A"), 200),
                        new Movement(AccountId.of("5100"), cc("b").with("project", "A"), 100));
        assertThat(code(Allocation.plan(cycle(byRevenue), period.take(1)))).isEqualTo("allocation.no-driver");
        assertThat(code(Allocation.plan(cycle(byRevenue), Lists.immutable.empty())))
                .isEqualTo("accepted");
    }

    @Test
    void nobody_gives_back() {
        AllocationStep back = AllocationStep.of("it", cc("it"), "5100").to(cc("building"), "1");
        assertThat(code(Allocation.plan(cycle(building(), back), Lists.immutable.empty())))
                .isEqualTo("allocation.reciprocal");
        assertThat(code(Allocation.plan(
                        cycle(AllocationStep.of("self", cc("it"), "5100").to(cc("it"), "1")), Lists.immutable.empty())))
                .isEqualTo("allocation.reciprocal");
    }

    @Test
    void a_run_posts_only_what_is_new() {
        GuardedBooks books = new GuardedBooks();
        AllocationService allocations =
                new AllocationService(books.stores.journal(), books.posting(), books.work, books.periods::book);
        books.posting().post(entry("a", DAY, "5100", cc("building"), 9000), ME).orElseThrow();
        AllocationCycle cycle = cycle(building(), it());
        assertThat(allocations
                        .run(cycle, APRIL, ME)
                        .orElseThrow()
                        .orElseThrow()
                        .entry()
                        .date())
                .isEqualTo(LocalDate.of(2026, 4, 30));
        assertThat(allocations.run(cycle, APRIL, ME).orElseThrow()).isEmpty();
        books.posting().post(entry("b", DAY, "5100", cc("building"), 300), ME).orElseThrow();
        EntryId second =
                allocations.run(cycle, APRIL, ME).orElseThrow().orElseThrow().id();
        assertThat(second.value()).isEqualTo("allocation/overhead/2026-04-01/2026-05-01/2");
        assertThat(books.balance("5100")).isEqualTo(9300);
        assertThat(allocations
                        .preview(cycle, APRIL)
                        .orElseThrow()
                        .movements()
                        .detect(m -> m.dimensions().equals(cc("milling")))
                        .minor())
                .isEqualTo(5425);
        books.posting()
                .reverse(second, EntryId.of("undo"), LocalDate.of(2026, 4, 30), ME)
                .orElseThrow();
        assertThat(allocations
                        .run(cycle, APRIL, ME)
                        .orElseThrow()
                        .orElseThrow()
                        .id()
                        .value())
                .as("told again what was taken back")
                .endsWith("/3");
        assertThat(allocations.run(cycle, APRIL, ME).orElseThrow()).isEmpty();
        assertThat(code(allocations.run(AllocationCycle.of("x", BookId.of("none"), building()), APRIL, ME)))
                .isEqualTo("book.unknown");
    }
}
