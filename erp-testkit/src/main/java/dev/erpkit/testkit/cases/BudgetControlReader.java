package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.budget.Availability;
import dev.erpkit.accounting.budget.Budget;
import dev.erpkit.accounting.budget.BudgetChange.Committed;
import dev.erpkit.accounting.budget.BudgetExcess;
import dev.erpkit.accounting.budget.BudgetScope;
import dev.erpkit.accounting.budget.BudgetService;
import dev.erpkit.accounting.budget.BudgetSpread;
import dev.erpkit.accounting.budget.CommitmentId;
import dev.erpkit.accounting.budget.ControlAction;
import dev.erpkit.accounting.budget.ControlHorizon;
import dev.erpkit.accounting.budget.ControlPolicy;
import dev.erpkit.accounting.budget.memory.MemoryBudgetLog;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.dimension.DimensionCatalogue;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.posting.ChartSource;
import dev.erpkit.accounting.posting.PostingService;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.testkit.books.GuardedPosting;
import dev.erpkit.testkit.books.KitBooks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;

/** A budget of a year, what was spent and ordered of it, and one more amount: does control let it pass, warn or stop. */
final class BudgetControlReader {
    private static final Pattern STEP =
            Pattern.compile("post|spend|order|submit|book|request|commit", Pattern.CASE_INSENSITIVE);
    private static final Pattern ASK =
            Pattern.compile("^(what is )?(the )?(available|report|status|compare|check)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AMOUNT = Pattern.compile("\\b(\\d+(?:\\.\\d+)?)\\b(?!-)");
    private static final FiscalCalendar CALENDAR = FiscalCalendar.monthly(MonthDay.of(1, 1), YearNaming.START_YEAR);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    private final Case current;
    private final CurrencyUnit currency;
    private final LocalDate day;
    private final BooksStores stores = BooksStores.inMemory();
    private final BudgetService budgets;
    private final PostingService posting;

    private BudgetControlReader(Case current, CurrencyUnit currency, LocalDate day, ControlPolicy policy) {
        this.current = current;
        this.currency = currency;
        this.day = day;
        stores.accounts().insert(Account.of("cost", "Cost", AccountClass.EXPENSE));
        stores.accounts().insert(Account.of("bank", "Bank", AccountClass.ASSET));
        this.budgets = new BudgetService(
                new MemoryBudgetLog((MemoryUnitOfWork) stores.unitOfWork()),
                stores.journal(),
                stores.unitOfWork(),
                AccessPolicy.allowAll(),
                CLOCK,
                new ChartSource(stores.accounts())::chart,
                () -> DimensionCatalogue.of(Lists.immutable.empty(), Lists.immutable.empty()),
                policy);
        this.posting = GuardedPosting.over(stores, new Book(BookId.MAIN, currency, CALENDAR), CLOCK, budgets.control());
    }

    static void run(Case current) {
        boolean asks = current.when().notEmpty()
                && current.when().allSatisfy(step -> ASK.matcher(step).find());
        if (!asks && !current.when().allSatisfy(step -> STEP.matcher(step).find())) {
            throw new UnsupportedCaseException("steps " + current.when());
        }
        Alias given = new Alias(current.given());
        CurrencyUnit currency = new CaseCurrencies(
                        current, given.any("currency").map(Field::text).orElse("USD"))
                .base();
        BigDecimal budget = given.need("budget", "annual_budget", "annual", "budget_amount", "yearly_budget")
                .decimal();
        Optional<Field> spent = given.any("spent", "actual", "already_spent", "actual_expense", "posted");
        Optional<Field> ordered = given.any("ordered", "committed", "commitments", "purchase_orders", "on_order");
        BigDecimal wanted = given.any("amount", "entry", "posting", "expense", "request", "order", "new_entry")
                .map(Field::decimal)
                .orElseGet(() -> asks ? BigDecimal.ZERO : told(current));
        given.any("monthly_distribution", "distribution").ifPresent(field -> {
            if (!field.text().matches("(?i)equal(ly)?|even(ly)?|none")) {
                throw new UnsupportedCaseException(field.path());
            }
        });
        LocalDate day = given.any("date", "posting_date")
                .map(Field::date)
                .or(() -> Alias.date(current))
                .or(() -> given.any("month")
                        .map(month -> LocalDate.of(2026, month.decimal().intValueExact(), 1)))
                .orElse(LocalDate.of(2026, 1, 15));
        Optional<Field> monthly = given.any(
                "action_if_monthly_exceeded",
                "action_if_accumulated_monthly_exceeded",
                "action_if_accumulated_monthly_budget_exceeded",
                "monthly_action");
        ControlAction action = monthly.or(() -> given.any(
                        "action",
                        "policy",
                        "action_if_exceeded",
                        "action_if_annual_exceeded",
                        "action_if_annual_budget_exceeded"))
                .map(field -> ControlAction.parse(field.text().toLowerCase(Locale.ROOT)))
                .orElse(ControlAction.STOP);
        String horizon = monthly.map(field -> field.path().contains("accumulated") ? "accumulated" : "monthly")
                .or(() -> given.any("horizon", "per", "controlled", "basis").map(Field::text))
                .orElse("");
        given.nothingElse();
        BudgetControlReader reader =
                new BudgetControlReader(current, currency, day, ControlPolicy.of(horizon(current, horizon), action));
        reader.prepare(budget, spent.map(Field::decimal), ordered.map(Field::decimal));
        reader.check(wanted);
    }

    /** The amount that a step names. */
    private static BigDecimal told(Case current) {
        Matcher amount = AMOUNT.matcher(current.when().getLast().replaceAll("\\d{4}-\\d{2}(-\\d{2})?", ""));
        if (current.when().size() != 1 || !amount.find()) {
            throw new UnsupportedCaseException("no amount");
        }
        return new BigDecimal(amount.group(1));
    }

    private static ControlHorizon horizon(Case current, String said) {
        String words = said + " " + current.when().makeString(" ");
        if (words.matches("(?i).*(accumulated|to[ -]date|cumulative|ytd).*")) {
            return ControlHorizon.YEAR_TO_DATE;
        }
        return words.matches("(?i).*(per period|period|monthly|per month).*")
                ? ControlHorizon.PERIOD
                : ControlHorizon.YEAR;
    }

    private void prepare(BigDecimal budget, Optional<BigDecimal> spent, Optional<BigDecimal> ordered) {
        // what is there already was let in before the budget was approved
        spent.filter(amount -> amount.signum() != 0)
                .ifPresent(amount ->
                        posting.post(entry("spent", amount), KitBooks.CLERK).orElseThrow());
        ordered.filter(amount -> amount.signum() != 0)
                .ifPresent(amount ->
                        budgets.commit(order("ordered", amount), KitBooks.CLERK).orElseThrow());
        Budget plan = Budget.builder()
                .id("case")
                .year(CALENDAR.yearOf(day))
                .currency(currency)
                .line(BudgetScope.of("cost"), BudgetSpread.equal(minor(budget), 12))
                .build();
        budgets.draft(plan, KitBooks.CLERK).orElseThrow();
        budgets.approve(plan.id(), KitBooks.CLERK).orElseThrow();
    }

    private long minor(BigDecimal amount) {
        return Amounts.minor(CaseCurrencies.amount(amount, currency));
    }

    private Committed order(String id, BigDecimal amount) {
        return new Committed(CommitmentId.of(id), BookId.MAIN, BudgetScope.of("cost"), day, minor(amount));
    }

    private JournalEntry entry(String id, BigDecimal amount) {
        return JournalEntry.builder()
                .id(id)
                .date(day)
                .debit("cost", CaseCurrencies.amount(amount, currency))
                .credit("bank", CaseCurrencies.amount(amount, currency))
                .build();
    }

    private void check(BigDecimal wanted) {
        Availability before =
                budgets.control().standing(budgets.current().all().getOnly()).getOnly();
        if (wanted.signum() == 0) {
            standing(before);
            return;
        }
        Optional<BudgetExcess> excess =
                budgets.control().review(entry("wanted", wanted)).getFirstOptional();
        boolean order = Alias.says(current, "order|commit|request");
        boolean accepted = order
                ? budgets.commit(order("wanted", wanted), KitBooks.CLERK).isAccepted()
                : posting.post(entry("wanted", wanted), KitBooks.CLERK).isAccepted();
        Availability after =
                budgets.control().standing(budgets.current().all().getOnly()).getOnly();
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "accepted", "posted", "allowed" ->
                    current.differences().holds(expected, expected.truth() == accepted);
                case "refused", "stopped", "blocked", "error" ->
                    current.differences().holds(expected, expected.truth() != accepted);
                case "warned", "warning" ->
                    current.differences().holds(expected, expected.truth() == excess.isPresent());
                case "decision", "outcome", "result" -> {
                    String text = accepted ? excess.map(e -> "warn").orElse("accept") : "stop";
                    boolean same = expected.text().toLowerCase(Locale.ROOT).startsWith(text)
                            || (text.equals("stop") && expected.text().matches("(?i)refused?|rejected?|blocked|error"))
                            || (text.equals("accept") && expected.text().matches("(?i)posted|ok|allowed"));
                    current.differences().holds(expected, same);
                }
                case "available", "available_before" ->
                    current.differences().number(expected, decimal(before.availableMinor()));
                case "available_after", "left", "remaining" ->
                    current.differences().number(expected, decimal(after.availableMinor()));
                case "exceeded_by", "excess", "over" ->
                    current.differences()
                            .number(
                                    expected,
                                    decimal(excess.map(e ->
                                                    e.wantedMinor() - e.before().availableMinor())
                                            .orElse(0L)));
                case "limit",
                        "period_budget",
                        "accumulated_budget",
                        "monthly_limit",
                        "monthly_budget",
                        "accumulated_limit" ->
                    current.differences()
                            .number(
                                    expected,
                                    decimal(excess.map(e -> e.before().budgetMinor())
                                            .orElse(0L)));
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    /** What is there, and nothing more is wanted. */
    private void standing(Availability before) {
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "available", "left", "remaining" ->
                    current.differences().number(expected, decimal(before.availableMinor()));
                case "actual", "spent" -> current.differences().number(expected, decimal(before.actualMinor()));
                case "committed", "ordered" -> current.differences().number(expected, decimal(before.committedMinor()));
                case "percent_used", "used_percent", "percent" ->
                    current.differences()
                            .number(
                                    expected,
                                    decimal(before.actualMinor())
                                            .multiply(BigDecimal.valueOf(100))
                                            .divide(
                                                    decimal(before.budgetMinor()),
                                                    Math.max(
                                                            0,
                                                            expected.decimal().scale()),
                                                    RoundingMode.HALF_UP));
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    private BigDecimal decimal(long minor) {
        return CaseCurrencies.decimal(minor, currency);
    }
}
