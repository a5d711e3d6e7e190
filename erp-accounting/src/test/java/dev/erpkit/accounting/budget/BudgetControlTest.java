package dev.erpkit.accounting.budget;

import static dev.erpkit.accounting.posting.GuardedBooks.CLOCK;
import static dev.erpkit.accounting.posting.GuardedBooks.ME;
import static dev.erpkit.accounting.posting.GuardedBooks.code;
import static dev.erpkit.accounting.posting.GuardedBooks.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.budget.BudgetChange.Committed;
import dev.erpkit.accounting.budget.BudgetChange.Transferred;
import dev.erpkit.accounting.budget.memory.MemoryBudgetLog;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.dimension.DimensionCatalogue;
import dev.erpkit.accounting.dimension.DimensionMember;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.posting.Batch;
import dev.erpkit.accounting.posting.GuardedBooks;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.LongLists;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** Budgets hold what is posted and ordered: by period, to date, by year; in batches, dated back, and in a race. */
class BudgetControlTest {
    private static final FiscalCalendar CALENDAR = FiscalCalendar.monthly(MonthDay.of(1, 1), YearNaming.START_YEAR);
    private static final Dimensions MILLING = Dimensions.of("cc", "110");
    private static final DimensionCatalogue CATALOGUE = DimensionCatalogue.of(
            Lists.immutable.of("cc"),
            Lists.immutable.of(
                    DimensionMember.heading("cc", "1", "Production"),
                    DimensionMember.of("cc", "110", "Milling").under("1"),
                    DimensionMember.of("cc", "200", "Office")));
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 15);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 15);

    private final GuardedBooks books = new GuardedBooks();
    private BudgetService budgets = held(ControlPolicy.of(ControlHorizon.YEAR, ControlAction.STOP));

    private BudgetService held(ControlPolicy policy) {
        return new BudgetService(
                new MemoryBudgetLog(books.work),
                books.stores.journal(),
                books.work,
                AccessPolicy.allowAll(),
                CLOCK,
                books::chart,
                () -> CATALOGUE,
                policy);
    }

    private void holding(ControlHorizon horizon, ControlAction action) {
        budgets = held(ControlPolicy.of(horizon, action));
        books.guard(budgets.control());
    }

    private static Budget.Builder plan(String id) {
        return Budget.builder().id(id).year(CALENDAR.year(2026)).currency(Amounts.currency("EUR"));
    }

    private void approve(Budget budget) {
        budgets.draft(budget, ME).orElseThrow();
        budgets.approve(budget.id(), ME).orElseThrow();
    }

    private static IdempotencyKey key(String text) {
        return IdempotencyKey.of(text);
    }

    private static Committed order(String id, long cents) {
        return new Committed(CommitmentId.of(id), BookId.MAIN, BudgetScope.of("5100"), MARCH, cents);
    }

    @Test
    void the_year_holds_the_year() {
        holding(ControlHorizon.YEAR, ControlAction.STOP);
        approve(plan("b")
                .line("5100", Dimensions.none(), BudgetSpread.equal(120000, 12))
                .build());
        books.spend("all", JANUARY, "5100", 120000).orElseThrow();
        Outcome<?> more = books.spend("more", MARCH, "5100", 1);
        assertThat(code(more)).isEqualTo("budget.exceeded");
        assertThat(more.refusal().orElseThrow().facts().get("available")).isEqualTo("EUR 0.00");
        assertThat(code(books.posting().preview(entry("more", MARCH, "5100", Dimensions.none(), 1), ME)))
                .isEqualTo("budget.exceeded");
        books.spend("elsewhere", MARCH, "5200", 1).orElseThrow();
        books.spend("next year", MARCH.plusYears(1), "5100", 1).orElseThrow();
        books.spend("back", MARCH, "5100", -500).orElseThrow();
        books.spend("again", MARCH, "5100", 500).orElseThrow();
        assertThat(code(books.posting().reverse(EntryId.of("back"), EntryId.of("undo"), MARCH, ME)))
                .as("a reversal that spends is held too")
                .isEqualTo("budget.exceeded");
        assertThat(budgets.control().standing(budgets.current().all().getFirst()))
                .containsExactly(new Availability(120000, 120000, 0));
    }

    @Test
    void to_date_nothing_is_spent_in_advance_and_a_period_keeps_nothing() {
        holding(ControlHorizon.YEAR_TO_DATE, ControlAction.STOP);
        approve(plan("b")
                .line("5100", Dimensions.none(), BudgetSpread.equal(120000, 12))
                .build());
        assertThat(code(books.spend("early", JANUARY, "5100", 10001))).isEqualTo("budget.exceeded");
        books.spend("late", MARCH, "5100", 30000).orElseThrow();
        assertThat(code(books.spend("dated back", JANUARY, "5100", 1)))
                .as("January has 100.00, but March has spent it")
                .isEqualTo("budget.exceeded");
        GuardedBooks strict = new GuardedBooks();
        BudgetService each = new BudgetService(
                new MemoryBudgetLog(strict.work),
                strict.stores.journal(),
                strict.work,
                AccessPolicy.allowAll(),
                CLOCK,
                strict::chart,
                () -> CATALOGUE,
                ControlPolicy.of(ControlHorizon.PERIOD, ControlAction.STOP));
        strict.guard(each.control());
        Budget budget = plan("b")
                .line("5100", Dimensions.none(), BudgetSpread.equal(120000, 12))
                .build();
        each.draft(budget, ME).orElseThrow();
        each.approve(budget.id(), ME).orElseThrow();
        assertThat(code(strict.spend("late", MARCH, "5100", 10001))).isEqualTo("budget.exceeded");
        strict.spend("fits", MARCH, "5100", 10000).orElseThrow();
    }

    @Test
    void a_warning_posts_and_is_told() {
        holding(ControlHorizon.YEAR, ControlAction.WARN);
        approve(plan("b")
                .line("5100", Dimensions.none(), BudgetSpread.equal(100, 12))
                .build());
        assertThat(budgets.control().review(entry("x", MARCH, "5100", Dimensions.none(), 101)))
                .hasSize(1)
                .allSatisfy(
                        excess -> assertThat(excess.before().availableMinor()).isEqualTo(100));
        books.spend("x", MARCH, "5100", 101).orElseThrow();
    }

    @Test
    void headings_and_coordinates_hold_what_lies_below_them() {
        holding(ControlHorizon.YEAR, ControlAction.STOP);
        approve(plan("b")
                .line("5", Dimensions.of("cc", "1"), BudgetSpread.equal(1000, 12))
                .line("5100", MILLING, BudgetSpread.equal(100, 12))
                .build());
        assertThat(code(books.posting().post(entry("a", MARCH, "5100", MILLING, 101), ME)))
                .isEqualTo("budget.exceeded");
        books.posting().post(entry("b", MARCH, "5200", MILLING, 1100), ME).orElseThrow();
        assertThat(code(books.posting().post(entry("c", MARCH, "5100", MILLING, 1), ME)))
                .as("the heading has 1,000 of its own and the 100 below it, all spent")
                .isEqualTo("budget.exceeded");
        books.posting()
                .post(entry("d", MARCH, "5100", Dimensions.of("cc", "200"), 999), ME)
                .orElseThrow();
    }

    @Test
    void more_income_than_planned_is_welcome() {
        holding(ControlHorizon.PERIOD, ControlAction.STOP);
        approve(plan("b")
                .line("4000", Dimensions.none(), BudgetSpread.equal(-1200, 12))
                .build());
        books.spend("sale", MARCH, "4000", -5000).orElseThrow();
        books.spend("returned", MARCH, "4000", 100).orElseThrow();
    }

    @Test
    void entries_of_one_batch_and_of_one_unit_of_work_count_together() {
        holding(ControlHorizon.YEAR, ControlAction.STOP);
        approve(plan("b")
                .line("5100", Dimensions.none(), BudgetSpread.equal(1000, 12))
                .build());
        Batch two = Batch.independent(Lists.immutable.of(
                entry("a", MARCH, "5100", Dimensions.none(), 600), entry("b", MARCH, "5100", Dimensions.none(), 600)));
        assertThat(books.posting().postAll(two, ME).outcomes().collect(GuardedBooks::code))
                .containsExactly("accepted", "budget.exceeded");
        MutableList<String> codes = Lists.mutable.empty();
        books.work.execute(() -> {
            codes.add(code(books.spend("c", MARCH, "5100", 300)));
            return codes.add(code(books.spend("d", MARCH, "5100", 101)));
        });
        assertThat(codes).containsExactly("accepted", "budget.exceeded");
        books.spend("e", MARCH, "5100", 100).orElseThrow();
    }

    @Test
    void of_two_that_want_the_last_one_is_stopped() throws Exception {
        holding(ControlHorizon.YEAR, ControlAction.STOP);
        approve(plan("b")
                .line("5100", Dimensions.none(), BudgetSpread.equal(1000, 12))
                .build());
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 20; round++) {
                CountDownLatch start = new CountDownLatch(1);
                MutableList<Future<String>> ends = Lists.mutable.empty();
                for (int i = 0; i < 4; i++) {
                    String id = round + "-" + i;
                    ends.add(pool.submit(() -> {
                        start.await();
                        return code(books.spend(id, MARCH, "5100", 1000));
                    }));
                }
                start.countDown();
                MutableList<String> accepted = Lists.mutable.empty();
                for (int i = 0; i < 4; i++) {
                    if (ends.get(i).get().equals("accepted")) {
                        accepted.add(round + "-" + i);
                    }
                }
                assertThat(accepted).hasSize(1);
                assertThat(books.balance("5100")).isEqualTo(1000);
                books.posting()
                        .reverse(EntryId.of(accepted.getOnly()), EntryId.of("undo" + round), MARCH, ME)
                        .orElseThrow();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void orders_take_from_the_plan_until_they_are_billed_or_given_up() {
        holding(ControlHorizon.YEAR, ControlAction.STOP);
        approve(plan("b")
                .line("5100", Dimensions.none(), BudgetSpread.equal(1000, 12))
                .build());
        budgets.commit(order("po-1", 700), ME).orElseThrow();
        assertThat(code(budgets.commit(order("po-2", 301), ME))).isEqualTo("budget.exceeded");
        assertThat(code(books.spend("x", MARCH, "5100", 301))).isEqualTo("budget.exceeded");
        books.work.execute(() -> {
            budgets.consume(key("bill-1"), CommitmentId.of("po-1"), 600, ME).orElseThrow();
            return books.spend("bill-1", MARCH, "5100", 600).orElseThrow();
        });
        assertThat(budgets.control().standing(budgets.current().all().getFirst()))
                .containsExactly(new Availability(1000, 600, 100));
        assertThat(code(budgets.consume(key("bill-2"), CommitmentId.of("po-1"), 101, ME)))
                .isEqualTo("budget.commitment-amount");
        budgets.release(key("cancel"), CommitmentId.of("po-1"), ME).orElseThrow();
        books.spend("rest", MARCH, "5100", 400).orElseThrow();
        assertThat(code(budgets.release(key("again"), CommitmentId.of("po-1"), ME)))
                .isEqualTo("budget.commitment-amount");
        assertThat(budgets.release(key("cancel"), CommitmentId.of("po-1"), ME))
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class,
                        again -> assertThat(again.replayed()).isTrue());
    }

    @Test
    void another_version_takes_the_place_of_the_approved_one() {
        holding(ControlHorizon.YEAR, ControlAction.STOP);
        approve(plan("v1")
                .line("5100", Dimensions.none(), BudgetSpread.equal(100, 12))
                .build());
        books.spend("a", MARCH, "5100", 100).orElseThrow();
        approve(plan("v2")
                .line("5100", Dimensions.none(), BudgetSpread.equal(300, 12))
                .build());
        assertThat(budgets.current().find(BudgetId.of("v1")).orElseThrow().status())
                .isEqualTo(BudgetStatus.SUPERSEDED);
        books.spend("b", MARCH, "5100", 200).orElseThrow();
        assertThat(code(books.spend("c", MARCH, "5100", 1))).isEqualTo("budget.exceeded");
    }

    @Test
    void plans_are_transferred_and_carried_over() {
        holding(ControlHorizon.YEAR, ControlAction.STOP);
        approve(plan("2026")
                .line("5", Dimensions.none(), BudgetSpread.equal(500, 12))
                .line("5100", Dimensions.none(), BudgetSpread.equal(100, 12))
                .line("5200", Dimensions.none(), BudgetSpread.equal(100, 12))
                .build());
        BudgetId year = BudgetId.of("2026");
        Transferred moved = new Transferred(year, BudgetScope.of("5200"), BudgetScope.of("5100"), 2, 60);
        budgets.transfer(key("t"), moved, ME).orElseThrow();
        assertThat(budgets.transfer(key("t"), moved, ME)
                        .orElseThrow()
                        .line(BudgetScope.of("5100"))
                        .orElseThrow()
                        .total())
                .isEqualTo(160);
        assertThat(code(budgets.transfer(
                        key("t2"), new Transferred(year, BudgetScope.of("5200"), BudgetScope.of("5100"), 2, 41), ME)))
                .isEqualTo("budget.transfer");
        books.spend("a", MARCH, "5100", 150).orElseThrow();
        Budget next = Budget.builder()
                .id("2027")
                .year(CALENDAR.year(2027))
                .currency(Amounts.currency("EUR"))
                .line("5", Dimensions.none(), BudgetSpread.equal(1200, 12))
                .line("5100", Dimensions.none(), BudgetSpread.equal(120, 12))
                .build();
        budgets.draft(next, ME).orElseThrow();
        BudgetState carried = budgets.carryOver(key("c"), year, next.id(), ME).orElseThrow();
        assertThat(carried.line(BudgetScope.of("5")).orElseThrow().minor().getFirst())
                .isEqualTo(600);
        assertThat(carried.line(BudgetScope.of("5100")).orElseThrow().minor().getFirst())
                .as("160 planned, 150 spent")
                .isEqualTo(20);
        assertThat(budgets.carryOver(key("c"), year, next.id(), ME).orElseThrow())
                .isEqualTo(carried);
        budgets.approve(next.id(), ME).orElseThrow();
        assertThat(code(budgets.carryOver(key("late"), year, next.id(), ME))).isEqualTo("budget.not-draft");
    }

    @Test
    void what_is_wrong_is_refused_and_changes_nothing() {
        Budget budget =
                plan("b").line("5100", MILLING, BudgetSpread.equal(1, 12)).build();
        assertThat(code(budgets.draft(
                        plan("x")
                                .line("5100", Dimensions.of("region", "1"), BudgetSpread.equal(1, 12))
                                .build(),
                        ME)))
                .isEqualTo("dimension.unknown-axis");
        assertThat(code(budgets.draft(
                        plan("x")
                                .line("5100", Dimensions.of("cc", "9"), BudgetSpread.equal(1, 12))
                                .build(),
                        ME)))
                .isEqualTo("dimension.unknown-member");
        assertThat(code(budgets.draft(
                        plan("x")
                                .line("9999", MILLING, BudgetSpread.equal(1, 12))
                                .build(),
                        ME)))
                .isEqualTo("budget.unknown-account");
        assertThat(code(budgets.approve(BudgetId.of("b"), ME))).isEqualTo("budget.unknown");
        assertThat(code(budgets.carryOver(key("k"), BudgetId.of("b"), BudgetId.of("c"), ME)))
                .isEqualTo("budget.unknown");
        assertThat(budgets.current().size()).isZero();
        approve(budget);
        assertThat(budgets.draft(budget, ME).orElseThrow().status()).isEqualTo(BudgetStatus.APPROVED);
        assertThat(code(budgets.draft(plan("b").build(), ME))).isEqualTo("budget.id-reused");
        BudgetScope none = new BudgetScope(AccountId.of("5200"), MILLING);
        assertThat(code(budgets.transfer(key("t"), new Transferred(budget.id(), none, none, 0, 1), ME)))
                .isEqualTo("budget.no-such-line");
        assertThat(code(budgets.commit(order("po", 0), ME))).isEqualTo("budget.commitment-amount");
        assertThat(code(budgets.consume(key("c"), CommitmentId.of("po"), 1, ME)))
                .isEqualTo("budget.unknown-commitment");
        budgets.commit(order("po", 5), ME).orElseThrow();
        assertThat(code(budgets.commit(order("po", 6), ME))).isEqualTo("budget.id-reused");
        budgets.consume(key("c"), CommitmentId.of("po"), 1, ME).orElseThrow();
        assertThat(code(budgets.consume(key("c"), CommitmentId.of("po"), 2, ME)))
                .isEqualTo("budget.key-reused");
        assertThat(code(budgets.approve(budget.id(), ME))).isEqualTo("accepted");
        BudgetService barred = new BudgetService(
                new MemoryBudgetLog(books.work),
                books.stores.journal(),
                books.work,
                (actor, permission) -> false,
                CLOCK,
                books::chart,
                () -> CATALOGUE,
                ControlPolicy.standard());
        assertThat(code(barred.draft(budget, ME))).isEqualTo("access.denied");
    }

    @Test
    void a_budget_has_the_shape_of_its_year() {
        assertThatThrownBy(() -> plan("b")
                        .line("5100", MILLING, LongLists.immutable.of(1))
                        .build())
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("budget.line-periods")).isTrue());
        assertThatThrownBy(() -> plan("b")
                        .line("5100", MILLING, BudgetSpread.equal(1, 12))
                        .line("5100", MILLING, BudgetSpread.equal(1, 12))
                        .build())
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("budget.duplicate-line")).isTrue());
        assertThatThrownBy(() -> plan("b")
                        .periods(plan("c").build().periods().toReversed())
                        .build())
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("budget.periods")).isTrue());
    }
}
