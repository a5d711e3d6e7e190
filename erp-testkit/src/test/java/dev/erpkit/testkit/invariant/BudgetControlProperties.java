package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.budget.Availability;
import dev.erpkit.accounting.budget.Budget;
import dev.erpkit.accounting.budget.BudgetChange.Committed;
import dev.erpkit.accounting.budget.BudgetId;
import dev.erpkit.accounting.budget.BudgetScope;
import dev.erpkit.accounting.budget.BudgetService;
import dev.erpkit.accounting.budget.BudgetSpread;
import dev.erpkit.accounting.budget.BudgetState;
import dev.erpkit.accounting.budget.CommitmentId;
import dev.erpkit.accounting.budget.ControlAction;
import dev.erpkit.accounting.budget.ControlHorizon;
import dev.erpkit.accounting.budget.ControlPolicy;
import dev.erpkit.accounting.budget.memory.MemoryBudgetLog;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.dimension.DimensionCatalogue;
import dev.erpkit.accounting.dimension.DimensionMember;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.posting.PostingService;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.testkit.books.GuardedPosting;
import dev.erpkit.testkit.books.Journals;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Invariant 38 in books: available is budget less actual less committed, and control decides by that alone. */
class BudgetControlProperties {
    private static final Actor CLERK = Actor.of("clerk");
    private static final FiscalCalendar CALENDAR = FiscalCalendar.monthly(MonthDay.of(1, 1), YearNaming.START_YEAR);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
    private static final DimensionCatalogue CATALOGUE = DimensionCatalogue.of(
            Lists.immutable.of("cc"),
            Lists.immutable.of(
                    DimensionMember.heading("cc", "1", "One"),
                    DimensionMember.of("cc", "11", "Eleven").under("1"),
                    DimensionMember.of("cc", "2", "Two")));
    private static final ImmutableList<BudgetScope> SCOPES = Lists.immutable.of(
            BudgetScope.of("5"),
            BudgetScope.of("51"),
            new BudgetScope(AccountId.of("5"), Dimensions.of("cc", "1")),
            new BudgetScope(AccountId.of("52"), Dimensions.of("cc", "2")));

    /** Something spent, taken back or ordered. */
    record Act(String account, String centre, int month, long cents, int kind) {
        BudgetScope scope() {
            return new BudgetScope(
                    AccountId.of(account), centre.isEmpty() ? Dimensions.none() : Dimensions.of("cc", centre));
        }

        LocalDate date() {
            return LocalDate.of(2026, month, 15);
        }
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(
                        Arbitraries.of("51", "52"),
                        Arbitraries.of("", "11", "2"),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.longs().between(-50, 120),
                        Arbitraries.integers().between(0, 3))
                .as(Act::new)
                .filter(act -> act.cents() != 0)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    @Property(tries = 200)
    void control_decides_by_what_is_available(@ForAll("acts") List<Act> acts, @ForAll long seed) {
        new Company().run(acts, seed);
    }

    /** Books of their own for every try. */
    private static final class Company {
        private final BooksStores stores = BooksStores.inMemory();
        private final BudgetService budgets;
        private final PostingService posting;

        Company() {
            for (String id : List.of("5", "51", "52", "10")) {
                Account.Builder account = Account.builder();
                account.id(id).name(id).accountClass(id.startsWith("5") ? AccountClass.EXPENSE : AccountClass.ASSET);
                stores.accounts()
                        .insert(
                                id.length() == 2 && id.startsWith("5")
                                        ? account.parent("5").build()
                                        : account.build());
            }
            MemoryUnitOfWork work = (MemoryUnitOfWork) stores.unitOfWork();
            PostingService[] late = new PostingService[1];
            budgets = new BudgetService(
                    new MemoryBudgetLog(work),
                    stores.journal(),
                    work,
                    AccessPolicy.allowAll(),
                    CLOCK,
                    () -> late[0].chart(),
                    () -> CATALOGUE,
                    ControlPolicy.of(ControlHorizon.YEAR, ControlAction.STOP));
            late[0] = GuardedPosting.over(
                    stores, new Book(BookId.MAIN, Amounts.currency("EUR"), CALENDAR), CLOCK, budgets.control());
            posting = late[0];
        }

        void run(List<Act> acts, long seed) {
            Budget.Builder plan =
                    Budget.builder().id("b").year(CALENDAR.year(2026)).currency(Amounts.currency("EUR"));
            IntStream.range(0, SCOPES.size())
                    .forEach(i -> plan.line(SCOPES.get(i), BudgetSpread.equal(Math.floorMod(seed >> i, 300L), 12)));
            budgets.draft(plan.build(), CLERK).orElseThrow();
            budgets.approve(BudgetId.of("b"), CLERK).orElseThrow();
            for (int i = 0; i < acts.size(); i++) {
                Act act = acts.get(i);
                boolean fits = act.cents() < 0 || fits(act);
                Outcome<?> outcome = act(act, "act" + i);
                if (act.kind() != 2 || act.cents() > 0) {
                    assertThat(outcome.isAccepted())
                            .as("%s of %s", act, standing())
                            .isEqualTo(fits);
                }
                assertThat(findings(standing())).isEmpty();
            }
            assertThat(findings(standing().collect(s -> s.plus(new Availability(0, 1, 0)))))
                    .isNotEmpty();
        }

        private Outcome<?> act(Act act, String id) {
            return switch (act.kind()) {
                case 2 ->
                    budgets.commit(
                            new Committed(CommitmentId.of(id), BookId.MAIN, act.scope(), act.date(), act.cents()),
                            CLERK);
                case 3 -> {
                    Outcome<?> posted = posting.post(entry(act, id), CLERK);
                    budgets.current()
                            .open()
                            .forEach(open -> budgets.release(
                                            IdempotencyKey.of("release" + id),
                                            open.committed().commitment(),
                                            CLERK)
                                    .isAccepted());
                    yield posted;
                }
                default -> posting.post(entry(act, id), CLERK);
            };
        }

        private static JournalEntry entry(Act act, String id) {
            return JournalEntry.builder()
                    .id(id)
                    .date(act.date())
                    .add(JournalLine.builder()
                            .account(act.account())
                            .inBase(Amounts.ofMinor(act.cents(), Amounts.currency("EUR")))
                            .dimensions(act.scope().dimensions())
                            .build())
                    .debit("10", Amounts.ofMinor(-act.cents(), Amounts.currency("EUR")))
                    .build();
        }

        private BudgetState state() {
            return budgets.current().find(BudgetId.of("b")).orElseThrow();
        }

        private ImmutableList<Availability> standing() {
            return budgets.control().standing(state());
        }

        private ImmutableList<Finding> findings(ImmutableList<Availability> standing) {
            return BudgetInvariants.standing(
                    state(),
                    standing,
                    Journals.of(stores.journal()),
                    budgets.current().open(),
                    posting.chart(),
                    CATALOGUE);
        }

        /** The rule in its plainest form. */
        private boolean fits(Act act) {
            ImmutableList<Availability> standing = standing();
            return IntStream.range(0, SCOPES.size())
                    .filter(i -> covers(SCOPES.get(i), act.scope()))
                    .allMatch(i -> standing.get(i).availableMinor() >= act.cents());
        }

        private boolean covers(BudgetScope wide, BudgetScope narrow) {
            return posting.chart().isWithin(narrow.account(), wide.account())
                    && CATALOGUE.covers(wide.dimensions(), narrow.dimensions());
        }
    }
}
