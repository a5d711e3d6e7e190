package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.budget.BudgetSpread;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.FiscalPeriod;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.LongLists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.primitive.ImmutableLongList;

/** The plan of a year over its periods, or copied with a factor. */
final class BudgetSpreadReader {
    private static final Pattern STEP =
            Pattern.compile("spread|split|distribut|create periods|divide|copy|period", Pattern.CASE_INSENSITIVE);

    private BudgetSpreadReader() {}

    static void run(Case current) {
        if (!current.when().allSatisfy(step -> STEP.matcher(step).find())) {
            throw new UnsupportedCaseException("steps " + current.when());
        }
        Alias given = new Alias(current.given());
        CurrencyUnit currency = new CaseCurrencies(
                        current, given.any("currency").map(Field::text).orElse("USD"))
                .base();
        Field budget = given.need(
                "budget",
                "annual",
                "annual_budget",
                "yearly_budget",
                "budget_amount",
                "year_total",
                "source_budget",
                "source",
                "amount",
                "total");
        Optional<Field> factor = given.any("factor", "copy_factor");
        Optional<Field> weights = given.any("weights", "seasonal_weights", "seasons", "distribution", "percentages");
        Optional<Field> year = given.any("year", "fiscal_year");
        int periods = given.any("periods", "months", "number_of_periods", "parts")
                .map(field -> field.decimal().intValueExact())
                .orElse(12);
        given.nothingElse();
        Read read = new Read(current, currency, factor, weights, year, periods);
        Field expect = current.expect().names().size() == 1
                        && current.expect().names().getOnly().matches("budget|copy|result|new_budget")
                        && current.expect()
                                .at(current.expect().names().getOnly())
                                .isObject()
                ? current.expect().at(current.expect().names().getOnly())
                : current.expect();
        if (budget.isObject()) {
            budget.names()
                    .forEach(name -> read.check(
                            expect.at(name), read.spread(budget.at(name).decimal())));
        } else {
            read.check(expect, read.spread(budget.decimal()));
        }
    }

    private record Read(
            Case current,
            CurrencyUnit currency,
            Optional<Field> factor,
            Optional<Field> weights,
            Optional<Field> year,
            int periods) {
        ImmutableLongList spread(BigDecimal budget) {
            long minor = Amounts.minor(CaseCurrencies.amount(budget, currency));
            if (factor.isPresent()) {
                minor = BudgetSpread.copy(
                                LongLists.immutable.of(minor),
                                factor.get().decimal(),
                                RoundingPolicy.parse("half-up:0"))
                        .getFirst();
            }
            if (weights.isPresent()) {
                return BudgetSpread.seasonal(minor, weights(weights.get()));
            }
            if (Alias.says(current, "by (the )?days")) {
                return BudgetSpread.byDays(minor, ranges());
            }
            return BudgetSpread.equal(minor, periods);
        }

        private static ImmutableList<BigDecimal> weights(Field field) {
            return field.isList()
                    ? field.elements().collect(Field::decimal)
                    : field.names().collect(name -> field.at(name).decimal());
        }

        private ImmutableList<DateRange> ranges() {
            int number = year.orElseThrow(() -> new UnsupportedCaseException("no year"))
                    .decimal()
                    .intValueExact();
            return FiscalCalendar.monthly(MonthDay.of(1, 1), YearNaming.START_YEAR)
                    .year(number)
                    .periods()
                    .collect(FiscalPeriod::range);
        }

        void check(Field expect, ImmutableLongList parts) {
            if (!expect.isObject()) {
                list(expect, parts);
                return;
            }
            for (String name : expect.names()) {
                Field expected = expect.at(name);
                switch (name) {
                    case "parts", "periods", "months" -> list(expected, parts);
                    case "sum", "total", "sum_of_periods", "sum_of_parts", "year", "budget", "amount" ->
                        current.differences().number(expected, decimal(parts.injectInto(0L, Math::addExact)));
                    case "first", "first_period" -> current.differences().number(expected, decimal(parts.getFirst()));
                    case "last", "last_period" -> current.differences().number(expected, decimal(parts.getLast()));
                    case "period", "per_period", "each", "every_period", "monthly", "per_month" -> {
                        boolean equal = parts.allSatisfy(part -> part == parts.getFirst());
                        current.differences().number(expected, decimal(parts.getFirst()));
                        if (!equal) {
                            throw new UnsupportedCaseException("parts are not equal");
                        }
                    }
                    case "first_eleven", "all_but_last" -> {
                        boolean equal =
                                parts.select(part -> part == parts.getFirst()).size() >= parts.size() - 1;
                        current.differences().number(expected, equal ? decimal(parts.getFirst()) : BigDecimal.ZERO);
                    }
                    case "count" -> current.differences().number(expected, parts.size());
                    default -> throw new UnsupportedCaseException(expected.path());
                }
            }
        }

        private void list(Field expected, ImmutableLongList parts) {
            if (!expected.isList()) {
                current.differences()
                        .number(
                                expected,
                                expected.path().matches(".*(periods|months)")
                                        ? BigDecimal.valueOf(parts.size())
                                        : decimal(parts.injectInto(0L, Math::addExact)));
                return;
            }
            ImmutableList<Field> rows = Lists.immutable.withAll(expected.elements());
            current.differences().same(expected, rows.size(), parts.size());
            for (int i = 0; i < Math.min(rows.size(), parts.size()); i++) {
                current.differences().number(rows.get(i), decimal(parts.get(i)));
            }
        }

        private BigDecimal decimal(long minor) {
            return CaseCurrencies.decimal(minor, currency);
        }
    }
}
