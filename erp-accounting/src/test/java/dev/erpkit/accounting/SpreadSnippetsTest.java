package dev.erpkit.accounting;

import static dev.erpkit.accounting.posting.GuardedBooks.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.allocation.AllocationCycle;
import dev.erpkit.accounting.allocation.AllocationService;
import dev.erpkit.accounting.allocation.AllocationStep;
import dev.erpkit.accounting.budget.Budget;
import dev.erpkit.accounting.budget.BudgetService;
import dev.erpkit.accounting.budget.BudgetSpread;
import dev.erpkit.accounting.budget.BudgetStatus;
import dev.erpkit.accounting.budget.ControlPolicy;
import dev.erpkit.accounting.budget.memory.MemoryBudgetLog;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.deferral.Deferral;
import dev.erpkit.accounting.deferral.DeferralEvents;
import dev.erpkit.accounting.deferral.DeferralKind;
import dev.erpkit.accounting.deferral.DeferralService;
import dev.erpkit.accounting.deferral.DeferralSetup;
import dev.erpkit.accounting.deferral.SpreadBasis;
import dev.erpkit.accounting.deferral.memory.MemoryDeferralLog;
import dev.erpkit.accounting.dimension.DimensionCatalogue;
import dev.erpkit.accounting.dimension.DimensionMember;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.posting.GuardedBooks;
import dev.erpkit.accounting.recurring.CalendarRule;
import dev.erpkit.accounting.recurring.RecurringService;
import dev.erpkit.accounting.recurring.RecurringTemplate;
import dev.erpkit.accounting.recurring.memory.MemoryRecurringLog;
import dev.erpkit.accounting.rule.LineRule;
import dev.erpkit.accounting.rule.PostingRule;
import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.calendar.BusinessDayRule;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first lines that the rooms of deferrals, recurring entries, allocations, dimensions and budgets show run as shown. */
class SpreadSnippetsTest {
    private static final Actor me = GuardedBooks.ME;
    private final GuardedBooks books = new GuardedBooks();
    private final FiscalCalendar calendar = FiscalCalendar.monthly(MonthDay.of(1, 1), YearNaming.START_YEAR);

    @Test
    void deferral() {
        DeferralService deferrals = new DeferralService(
                new MemoryDeferralLog(books.work),
                books.events(DeferralEvents.recognition(BookId.MAIN, "2900", "4000", "1900", "5100")),
                books.work,
                AccessPolicy.allowAll(),
                CLOCK,
                DeferralSetup.standard());
        // begin deferral
        Deferral year = Deferral.builder()
                .id("invoice-7/1")
                .kind(DeferralKind.REVENUE)
                .total(Amounts.of("1200", "EUR"))
                .service(DateRange.parse("2026-04-01/2027-04-01"))
                .basis(SpreadBasis.MONTHS_BY_DAYS)
                .source(SourceDocument.of("shop", "invoice", "7"))
                .build();
        deferrals.open(year, me).orElseThrow();
        deferrals.recognise(LocalDate.of(2026, 6, 30), me).orElseThrow(); // three months of 100
        // end deferral
        assertThat(books.balance("4000")).isEqualTo(-30000);
    }

    @Test
    void recurring() {
        books.stores.accounts().insert(Account.of("6000", "Rent", AccountClass.EXPENSE));
        PostingRule rule = PostingRule.builder()
                .eventType("rent")
                .add(LineRule.debit("rent", "6000"))
                .add(LineRule.credit("rent", "1000"))
                .build();
        RecurringService recurring = new RecurringService(
                new MemoryRecurringLog(books.work),
                books.events(rule),
                books.work,
                AccessPolicy.allowAll(),
                CLOCK,
                BusinessCalendar.of(date -> Optional.empty()));
        // begin recurring
        RecurringTemplate rent = RecurringTemplate.builder()
                .id("rent")
                .eventType("rent")
                .source(SourceDocument.of("office", "lease", "1"))
                .rule(CalendarRule.monthly(LocalDate.of(2026, 4, 1), 31).moving(BusinessDayRule.PRECEDING))
                .amount(RoleAmount.of("rent", Amounts.of("1500", "EUR")))
                .build();
        recurring.add(rent, me).orElseThrow();
        recurring.run(LocalDate.of(2026, 6, 30), me).orElseThrow(); // April, May and June, in their order
        // end recurring
        assertThat(books.balance("6000")).isEqualTo(450000);
        assertThat(books.journal().collect(posted -> posted.entry().date().getDayOfMonth()))
                .containsExactly(30, 29, 30);
    }

    @Test
    void allocation() {
        AllocationService allocations =
                new AllocationService(books.stores.journal(), books.posting(), books.work, books.periods::book);
        books.posting()
                .post(
                        GuardedBooks.entry(
                                "a", LocalDate.of(2026, 4, 9), "5100", Dimensions.of("cc", "building"), 2000),
                        me)
                .orElseThrow();
        // begin allocation
        AllocationCycle cycle = AllocationCycle.of(
                "overhead",
                BookId.MAIN,
                AllocationStep.of("building", Dimensions.of("cc", "building"), "5100")
                        .to(Dimensions.of("cc", "milling"), "120") // square metres
                        .to(Dimensions.of("cc", "office"), "80"));
        allocations.run(cycle, DateRange.parse("2026-04-01/2026-05-01"), me).orElseThrow();
        // end allocation
        assertThat(books.journal().getLast().entry().lines().collect(line -> line.amountMinor()))
                .containsExactlyInAnyOrder(-2000L, 1200L, 800L);
    }

    @Test
    void dimension() {
        // begin dimension
        DimensionCatalogue catalogue = DimensionCatalogue.of(
                Lists.immutable.of("cost-centre"),
                Lists.immutable.of(
                        DimensionMember.heading("cost-centre", "1", "Production"),
                        DimensionMember.of("cost-centre", "110", "Milling").under("1")));
        Optional<Refusal> unknown = catalogue.check(Dimensions.of("cost-centre", "120"), LocalDate.of(2026, 4, 1));
        // end dimension
        assertThat(unknown.orElseThrow().code().value()).isEqualTo("dimension.unknown-member");
    }

    @Test
    void budget() {
        DimensionCatalogue catalogue = DimensionCatalogue.of(
                Lists.immutable.of("cost-centre"),
                Lists.immutable.of(DimensionMember.of("cost-centre", "110", "Milling")));
        BudgetService budgets = new BudgetService(
                new MemoryBudgetLog(books.work),
                books.stores.journal(),
                books.work,
                AccessPolicy.allowAll(),
                CLOCK,
                books::chart,
                () -> catalogue,
                ControlPolicy.standard());
        // begin budget
        Budget budget = Budget.builder()
                .id("2026/1")
                .year(calendar.year(2026))
                .currency(Amounts.currency("EUR"))
                .line("5100", Dimensions.of("cost-centre", "110"), BudgetSpread.equal(12_000_00, 12))
                .build();
        budgets.draft(budget, me).orElseThrow();
        budgets.approve(budget.id(), me).orElseThrow();
        // end budget
        assertThat(budgets.current().find(budget.id()).orElseThrow().status()).isEqualTo(BudgetStatus.APPROVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deferral", "recurring", "allocation", "dimension", "budget"})
    void each_room_shows_these_lines(String room) throws IOException {
        String test = Files.readString(Path.of("src/test/java/dev/erpkit/accounting/SpreadSnippetsTest.java"));
        String shown = Files.readString(Path.of("src/main/java/dev/erpkit/accounting/" + room + "/package-info.java"))
                .replaceAll("\n \\*", "\n");
        assertThat(words(between(shown, "{@code\n", "}</pre>")))
                .isEqualTo(words(between(test, "// begin " + room + "\n", "// end " + room)));
    }

    private static String words(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
