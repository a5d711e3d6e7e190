package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.budget.Budget;
import dev.erpkit.accounting.budget.BudgetChange;
import dev.erpkit.accounting.budget.BudgetFact;
import dev.erpkit.accounting.budget.BudgetId;
import dev.erpkit.accounting.budget.BudgetScope;
import dev.erpkit.accounting.budget.BudgetService;
import dev.erpkit.accounting.budget.BudgetSpread;
import dev.erpkit.accounting.budget.CommitmentId;
import dev.erpkit.accounting.budget.ControlAction;
import dev.erpkit.accounting.budget.ControlHorizon;
import dev.erpkit.accounting.budget.ControlPolicy;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.dimension.DimensionCatalogue;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.posting.ChartSource;
import dev.erpkit.accounting.posting.PostingService;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.testkit.books.GuardedPosting;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** What every {@code BudgetLog} must do, also when postings race for the last of a budget. */
public abstract class BudgetLogContract extends FactLogContract<BudgetHarness, BudgetFact> {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);
    private static final Actor CLERK = Actor.of("経理");
    private static final FiscalCalendar CALENDAR = FiscalCalendar.monthly(MonthDay.of(1, 1), YearNaming.START_YEAR);

    /** For adapters. */
    protected BudgetLogContract() {}

    @Override
    long size(BudgetHarness harness) {
        return harness.budgets().size();
    }

    @Override
    void append(BudgetHarness harness, long expectedSize, ImmutableList<BudgetFact> facts) {
        harness.budgets().append(expectedSize, facts);
    }

    @Override
    void forEach(BudgetHarness harness, long after, Consumer<BudgetFact> sink) {
        harness.budgets().forEach(after, sink);
    }

    @Override
    BudgetHarness other() {
        return harness().otherTenant();
    }

    @Override
    BudgetHarness again() {
        return harness().reopened();
    }

    @Override
    ImmutableList<BudgetFact> everyKind(long after) {
        BudgetScope scope =
                new BudgetScope(AccountId.of("5100"), Dimensions.of("cc", "110").with("案件", "橋"));
        Budget empty = Budget.builder()
                .id(Fresh.key("v1"))
                .book(BookId.of("帳"))
                .currency(Amounts.currency("JPY"))
                .periods(Lists.immutable.of(DateRange.parse("2020-01-01/2020-02-01")))
                .build();
        Budget full = Budget.builder()
                .id(Fresh.key("予算"))
                .year(CALENDAR.year(2020))
                .currency(Amounts.currency("EUR"))
                .line(scope, BudgetSpread.equal(-7, 12))
                .line(BudgetScope.of("5"), BudgetSpread.equal(Long.MAX_VALUE, 12))
                .build();
        CommitmentId order = CommitmentId.of(Fresh.key("注文"));
        ImmutableList<BudgetChange> changes = Lists.immutable.of(
                new BudgetChange.Drafted(empty),
                new BudgetChange.Drafted(full),
                new BudgetChange.Approved(full.id()),
                new BudgetChange.Transferred(full.id(), scope, BudgetScope.of("5"), 11, 9),
                new BudgetChange.CarriedOver(empty.id(), full.id(), Lists.immutable.empty()),
                new BudgetChange.CarriedOver(
                        full.id(),
                        empty.id(),
                        Lists.immutable.of(
                                new BudgetChange.Carried(scope, 5),
                                new BudgetChange.Carried(BudgetScope.of("5"), Long.MIN_VALUE))),
                new BudgetChange.Committed(order, BookId.of("帳"), scope, LocalDate.of(9999, 12, 31), 12),
                new BudgetChange.Consumed(order, 3),
                new BudgetChange.Released(order));
        return Lists.immutable.ofAll(changes.collectWithIndex((change, i) ->
                new BudgetFact(after + i + 1, IdempotencyKey.of(Fresh.key("key")), change, Fresh.instant(), CLERK)));
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void budget_7_1_of_postings_that_want_the_last_of_a_budget_one_is_accepted() {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-02-28T00:00:00Z"));
        Account cost = Account.of(Fresh.key("cost"), "Cost", AccountClass.EXPENSE);
        Account bank = Account.of(Fresh.key("bank"), "Bank", AccountClass.ASSET);
        harness().stores().accounts().insert(cost);
        harness().stores().accounts().insert(bank);
        BudgetService budgets = new BudgetService(
                harness().budgets(),
                harness().stores().journal(),
                harness().unitOfWork(),
                AccessPolicy.allowAll(),
                clock,
                new ChartSource(harness().stores().accounts())::chart,
                () -> DimensionCatalogue.of(Lists.immutable.empty(), Lists.immutable.empty()),
                ControlPolicy.of(ControlHorizon.YEAR, ControlAction.STOP));
        PostingService posting = GuardedPosting.over(
                harness().stores(), new Book(BookId.MAIN, Amounts.currency("EUR"), CALENDAR), clock, budgets.control());
        for (int round = 1; round <= 5; round++) {
            BudgetId id = BudgetId.of(Fresh.key("race"));
            budgets.draft(euros(id, cost, round), CLERK).orElseThrow();
            budgets.approve(id, CLERK).orElseThrow();
            String name = Fresh.key("bill");
            ImmutableList<AtOnce.Ended<Outcome<PostedEntry>>> ends =
                    AtOnce.run(4, i -> posting.post(bill(name + i, cost, bank), CLERK));
            assertThat(AtOnce.failures(ends)).isEmpty();
            ImmutableList<String> codes = ends.collect(e -> code(Objects.requireNonNull(e.value())));
            assertThat(codes.toSortedList())
                    .containsExactly("accepted", "budget.exceeded", "budget.exceeded", "budget.exceeded");
            assertThat(budgets.control()
                            .standing(budgets.current().find(id).orElseThrow())
                            .getOnly()
                            .availableMinor())
                    .isZero();
        }
    }

    private static Budget euros(BudgetId id, Account account, int euros) {
        return Budget.builder()
                .id(id)
                .year(CALENDAR.year(2026))
                .currency(Amounts.currency("EUR"))
                .line(BudgetScope.of(account.id().value()), BudgetSpread.equal(100L * euros, 12))
                .build();
    }

    private static String code(Outcome<PostedEntry> outcome) {
        return outcome.refusal().map(refusal -> refusal.code().value()).orElse("accepted");
    }

    private static JournalEntry bill(String id, Account cost, Account bank) {
        return JournalEntry.builder()
                .id(id)
                .date(DAY)
                .debit(cost.id().value(), Amounts.of("1", "EUR"))
                .credit(bank.id().value(), Amounts.of("1", "EUR"))
                .build();
    }
}
