package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.budget.Availability;
import dev.erpkit.accounting.budget.BudgetReport;
import dev.erpkit.accounting.budget.BudgetReport.Figure;
import dev.erpkit.accounting.budget.BudgetScope;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.posting.Dimensions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Goals and what was spent: a report for each day of several, or one over all. Figures are written {@code 10 of 25 (40%)}
 * as our reports are, {@code 10 [40% of 25]} as hledger's are, or as fields.
 */
final class BudgetGoalReader {
    private static final Pattern STEP = Pattern.compile("report|compare|show|budget", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLANNED = Pattern.compile("(?:budget|goal|planned)_(.+)|(.+)_(?:budget|goal|planned)");
    private static final Pattern POSTED = Pattern.compile("(?:actual|spent|posted)_(.+)|(.+)_(?:actual|spent|posted)");
    private static final Pattern FIGURE =
            Pattern.compile("(.+)_(budget|actual|available|percent|percentage|remaining)");
    private static final RoundingPolicy PERCENT = RoundingPolicy.parse("half-even:0");
    private static final RoundingPolicy EXACT = RoundingPolicy.parse("half-even:6");

    private final Case current;
    private final CurrencyUnit currency;
    private final MutableList<Dated> figures = Lists.mutable.empty();
    private boolean daily;

    private record Dated(Optional<LocalDate> day, String account, BigDecimal amount, boolean plan) {}

    private BudgetGoalReader(Case current) {
        this.current = current;
        this.currency = new CaseCurrencies(
                        current,
                        current.given().find("currency").map(Field::text).orElse("USD"))
                .base();
    }

    static void run(Case current) {
        if (!current.when().allSatisfy(step -> STEP.matcher(step).find())) {
            throw new UnsupportedCaseException("steps " + current.when());
        }
        BudgetGoalReader reader = new BudgetGoalReader(current);
        if (current.given().names().anySatisfy(name -> POSTED.matcher(name).matches())) {
            reader.readFlat();
        } else {
            reader.readNested();
        }
        reader.check();
    }

    /** {@code budget_rent} and {@code actual_rent}, or the other way round. */
    private void readFlat() {
        for (String name : current.given().names().reject("currency"::equals)) {
            Matcher planned = PLANNED.matcher(name);
            Matcher posted = POSTED.matcher(name);
            if (!planned.matches() && !posted.matches()) {
                throw new UnsupportedCaseException("given " + name);
            }
            Matcher found = planned.matches() ? planned : posted;
            String account = found.group(1) != null ? found.group(1) : found.group(2);
            figures.add(new Dated(
                    Optional.empty(), account, current.given().at(name).decimal(), planned.matches()));
        }
    }

    private void readNested() {
        Alias given = new Alias(current.given());
        given.any("currency");
        Optional<Field> perDay = given.any("daily_goal", "daily_goals", "goal_per_day", "daily_budget");
        Field goals = perDay.or(() -> given.any(
                        "goal",
                        "goals",
                        "budget",
                        "budgets",
                        "planned",
                        "plan",
                        "monthly_goal",
                        "monthly_budget",
                        "goal_per_month"))
                .orElseThrow(() -> new UnsupportedCaseException("no goals"));
        Field spent = given.need("spent", "actual", "actuals", "posted", "transactions", "income", "moves");
        given.nothingElse();
        daily = perDay.isPresent();
        read(goals, true);
        read(spent, false);
    }

    private void read(Field from, boolean plan) {
        ImmutableList<Field> rows = from.isList() ? from.elements() : Lists.immutable.of(from);
        for (Field row : rows) {
            Optional<LocalDate> day = row.find("date").map(Field::date);
            if (row.has("account") && row.has("amount")) {
                figures.add(new Dated(
                        day, row.at("account").text(), row.at("amount").decimal(), plan));
            } else {
                row.names()
                        .reject("date"::equals)
                        .forEach(account -> figures.add(
                                new Dated(day, account, row.at(account).decimal(), plan)));
            }
        }
    }

    private void check() {
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            if (name.matches("\\d{4}-\\d{2}-\\d{2}")) {
                if (!daily) {
                    throw new UnsupportedCaseException("no daily goals");
                }
                LocalDate day = LocalDate.parse(name);
                report(expected, figure -> figure.day().map(day::equals).orElse(figure.plan()), 1);
            } else if (name.equals("report") || name.equals("rows")) {
                report(expected, figure -> true, days());
            } else if (FIGURE.matcher(name).matches()) {
                Matcher flat = FIGURE.matcher(name);
                flat.matches();
                figure(expected, flat.group(2), find(expected, flat.group(1), report(figure -> true, days())));
            } else {
                row(expected, name, report(figure -> true, days()));
            }
        }
    }

    /** A daily goal counts once for every day from the first to the last one of what was spent. */
    private long days() {
        if (!daily) {
            return 1;
        }
        ImmutableList<LocalDate> days = figures.collectIf(
                        figure -> figure.day().isPresent(),
                        figure -> figure.day().get())
                .toImmutable();
        return days.isEmpty() ? 1 : days.max().toEpochDay() - days.min().toEpochDay() + 1;
    }

    private void report(Field expected, Predicate<Dated> chosen, long times) {
        BudgetReport report = report(chosen, times);
        expected.names().forEach(name -> row(expected.at(name), name, report));
    }

    private BudgetReport report(Predicate<Dated> chosen, long times) {
        ImmutableList<Figure> all = figures.select(chosen::test)
                .collect(figure -> {
                    BudgetScope scope = new BudgetScope(AccountId.of(figure.account()), Dimensions.none());
                    long minor = Amounts.minor(CaseCurrencies.amount(figure.amount(), currency));
                    return figure.plan()
                            ? Figure.planned(scope, Math.multiplyExact(minor, times))
                            : Figure.posted(scope, minor);
                })
                .toImmutable();
        return BudgetReport.byAccount(all, chart());
    }

    /** Accounts are named as in hledger: what stands before a colon is above. */
    private Chart chart() {
        MutableList<String> names = Lists.mutable.empty();
        for (String account : figures.collect(Dated::account).distinct()) {
            for (int end = account.indexOf(':'); end >= 0; end = account.indexOf(':', end + 1)) {
                names.add(account.substring(0, end));
            }
            names.add(account);
        }
        return Chart.of(names.distinct().collect(name -> {
            Account.Builder account = Account.builder();
            account.id(name).name(name).accountClass(AccountClass.EXPENSE);
            int colon = name.lastIndexOf(':');
            return colon < 0
                    ? account.build()
                    : account.parent(name.substring(0, colon)).build();
        }));
    }

    private static Availability find(Field expected, String name, BudgetReport report) {
        return switch (name) {
            case "all", "total", "totals", "sum", "profit_and_loss", "profit_loss", "root" -> report.total();
            case "unbudgeted", "<unbudgeted>" -> report.unbudgeted();
            default ->
                report.row(name)
                        .orElseThrow(() -> new UnsupportedCaseException(expected.path()))
                        .figures();
        };
    }

    private void row(Field expected, String name, BudgetReport report) {
        Availability row = find(expected, name, report);
        if (expected.isObject()) {
            expected.names().forEach(field -> figure(expected.at(field), field, row));
        } else {
            String text = expected.text();
            current.differences().same(expected, text, text.contains("[") ? bracketed(row) : of(row));
        }
    }

    private void figure(Field expected, String name, Availability row) {
        switch (name) {
            case "budget", "goal", "planned", "plan", "total", "amount" ->
                current.differences().number(expected, decimal(row.budgetMinor()));
            case "actual", "spent", "posted" -> current.differences().number(expected, decimal(row.actualMinor()));
            case "available", "remaining", "left", "variance" ->
                current.differences().number(expected, decimal(row.availableMinor()));
            case "percent" -> percent(expected, row, 0);
            case "percentage", "ratio", "share" -> percent(expected, row, 2);
            default -> throw new UnsupportedCaseException(expected.path());
        }
    }

    /** To as many decimals as the case writes; {@code 40%}, {@code 40} or, as Tryton writes it, {@code 0.4000}. */
    private void percent(Field expected, Availability row, int shift) {
        String text = expected.text();
        BigDecimal wanted = new BigDecimal(text.replace("%", "").strip());
        BigDecimal percent = row.percent(EXACT).orElse(BigDecimal.ZERO);
        BigDecimal actual = text.endsWith("%") ? percent : percent.movePointLeft(shift);
        current.differences()
                .same(
                        expected,
                        wanted,
                        RoundingPolicy.parse("half-even:" + Math.max(0, wanted.scale()))
                                .round(actual));
    }

    private static String of(Availability row, String actual, String budget) {
        return row.percent(PERCENT)
                .map(percent -> actual + " of " + budget + " (" + percent.toPlainString() + "%)")
                .orElse(actual);
    }

    private String of(Availability row) {
        return of(row, plain(row.actualMinor()), plain(row.budgetMinor()));
    }

    private String bracketed(Availability row) {
        String actual = plain(row.actualMinor());
        String budget = plain(row.budgetMinor());
        return row.percent(PERCENT)
                .map(percent -> actual + " [" + percent.toPlainString() + "% of " + budget + "]")
                .orElse(actual);
    }

    private String plain(long minor) {
        BigDecimal stripped = decimal(minor).stripTrailingZeros();
        return stripped.scale() > 0 ? decimal(minor).toPlainString() : stripped.toPlainString();
    }

    private BigDecimal decimal(long minor) {
        return CaseCurrencies.decimal(minor, currency);
    }
}
