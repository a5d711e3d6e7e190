package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.asset.AssetChange;
import dev.erpkit.accounting.asset.AssetChange.Acquired;
import dev.erpkit.accounting.asset.AssetFact;
import dev.erpkit.accounting.asset.AssetHistory;
import dev.erpkit.accounting.asset.AssetId;
import dev.erpkit.accounting.asset.BookStart;
import dev.erpkit.accounting.asset.DayCount;
import dev.erpkit.accounting.asset.DecliningRates;
import dev.erpkit.accounting.asset.DepreciationTerms;
import dev.erpkit.accounting.asset.LastRowDate;
import dev.erpkit.accounting.asset.Methods;
import dev.erpkit.accounting.asset.OpeningBasis;
import dev.erpkit.accounting.asset.PeriodGrid;
import dev.erpkit.accounting.asset.RowRounding;
import dev.erpkit.accounting.asset.Schedules;
import dev.erpkit.accounting.asset.Timing;
import dev.erpkit.accounting.asset.japan.JapaneseMethods;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.testkit.books.KitBooks;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Locale;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.SortedMaps;

/** Reads what a case says of an asset: cost, life, method and conventions, by the several names that cases have for them. */
final class DepreciationSetup {
    static final BookId BOOK = BookId.MAIN;
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 1);

    private final Field given;
    private final String words;
    private final CurrencyUnit currency;
    private final BigDecimal cost;
    private final BigDecimal residual;
    private final int period;
    private final int months;
    private final Optional<LocalDate> firstRow;
    private final Optional<LocalDate> inUse;

    DepreciationSetup(Case current) {
        this.given = current.given();
        this.words = (current.when().makeString(" ; ") + " ; "
                        + text("method").orElse("") + " ; "
                        + text("prorata", "timing", "proration").orElse("") + " ; "
                        + text("day_count", "days").orElse("") + " ; "
                        + text("first_period", "convention").orElse(""))
                .toLowerCase(Locale.ROOT);
        this.cost = number("cost", "purchase_value", "acquisition_cost", "gross", "purchase_price", "price")
                .orElseThrow(() -> new UnsupportedCaseException("no cost"));
        this.currency = new CaseCurrencies(current, text("currency").orElse(isJapanese() ? "JPY" : "USD")).base();
        this.residual = number("residual", "residual_value", "salvage", "salvage_value", "scrap_value", "memo_value")
                .orElse(isJapanese() ? BigDecimal.ONE : BigDecimal.ZERO);
        this.period = period();
        this.months = months();
        this.inUse = date(
                "in_use",
                "available",
                "available_for_use",
                "acquired",
                "acquisition_date",
                "start",
                "start_date",
                "date_start",
                "purchase_date",
                "purchased",
                "available_date",
                "put_into_use");
        boolean rest = given.has("next_booking") && given.has("first_booking");
        if (rest) {
            given.at("first_booking").date();
        }
        this.firstRow = date(
                rest ? "next_booking" : "first_booking",
                "first_row",
                "next_booking",
                "depreciation_start",
                "depreciation_start_date",
                "first_depreciation");
    }

    private boolean isJapanese() {
        return words.matches(".*(jp-|japan|定率|定額|200 ?%|250 ?%|guarantee|memo|old declining|lump).*");
    }

    Optional<BigDecimal> number(String... names) {
        return find(names).map(Field::decimal);
    }

    private Optional<LocalDate> date(String... names) {
        return find(names).map(Field::date);
    }

    private Optional<String> text(String... names) {
        return find(names).map(Field::text);
    }

    private Optional<Field> find(String... names) {
        Optional<Field> found = Optional.empty();
        for (String name : names) {
            found = found.isPresent() ? found : given.find(name);
        }
        return found;
    }

    private int period() {
        Optional<BigDecimal> months = number("months_per_period", "frequency_months", "period_months", "months_each");
        if (months.isPresent()) {
            return months.get().intValueExact();
        }
        Optional<Field> frequency = find("frequency", "method_period", "interval");
        if (frequency.isPresent()) {
            return NumberWords.months(frequency.get().text());
        }
        if (words.contains("monthly") || given.has("rate_percent_per_month")) {
            return 1;
        }
        if (words.contains("half-year") || words.contains("half year")) {
            return given.has("years") ? 12 : 6;
        }
        if (words.contains("quarter")) {
            return 3;
        }
        return given.has("months") ? 1 : 12;
    }

    private int months() {
        Optional<BigDecimal> months = number("months", "life_months", "useful_life_months");
        if (months.isPresent()) {
            return months.get().intValueExact();
        }
        Optional<BigDecimal> years = number("years", "life", "useful_life", "life_years", "useful_life_years");
        if (years.isPresent()) {
            return years.get().multiply(BigDecimal.valueOf(12)).intValueExact();
        }
        if (given.has("life_units") || given.has("life_hours")) {
            return 12
                    * Math.max(
                            1,
                            given.names()
                                    .select(n -> n.matches("used|usage|hours|units_used|production|units_per_year")
                                            && given.at(n).isList())
                                    .collect(n -> given.at(n).elements().size())
                                    .getFirstOptional()
                                    .orElse(1));
        }
        return number("periods", "total_periods", "number_of_depreciations", "total_number_of_depreciations")
                .orElseThrow(() -> new UnsupportedCaseException("no life"))
                .multiply(BigDecimal.valueOf(period))
                .intValueExact();
    }

    BigDecimal cost() {
        return cost;
    }

    int lifeMonths() {
        return months;
    }

    CurrencyUnit currency() {
        return currency;
    }

    String words() {
        return words;
    }

    /** The method that rates and words name. */
    String method() {
        String renewal =
                given.has("rate_percent_per_month") || given.has("rate_percent_per_period") ? "/period" : "/year";
        String then = words.contains("on cost") || words.contains("straight line of the cost")
                ? "+straight-line-on-cost"
                : "+straight-line";
        String switches = words.matches(".*(switch|then (straight|linear)|degr-linear).*") ? then : "";
        Optional<BigDecimal> rate =
                number("rate_percent", "rate_percent_per_year", "rate_percent_per_month", "rate_percent_per_period");
        Optional<String> japanese = japanese();
        if (japanese.isPresent()) {
            return japanese.get();
        }
        if (rate.isPresent()) {
            return "declining:"
                    + rate.get().movePointLeft(2).stripTrailingZeros().toPlainString() + renewal + switches;
        }
        if (words.matches(".*\\b150 ?%.*")) {
            return "declining:x1.5/year" + switches;
        }
        if (words.contains("double declining") || words.contains("double-declining")) {
            return "declining:x2/year" + switches;
        }
        if (words.contains("from residual")
                || words.contains("from the residual")
                || words.contains("written down")
                || words.contains("declining")) {
            boolean monthly = period == 1;
            BigDecimal from = DecliningRates.fromResidual(cost, residual, monthly ? months : months / 12, 5);
            return "declining:" + from.stripTrailingZeros().toPlainString() + (monthly ? "/period" : "/year")
                    + switches;
        }
        if (words.contains("sum of") || words.contains("syd")) {
            return "sum-of-years";
        }
        if (given.has("units") || given.has("total_units") || given.has("life_units") || given.has("life_hours")) {
            return "units-of-production";
        }
        return words.contains("linear-limit") || words.contains("on the cost")
                ? "straight-line:on-cost"
                : "straight-line";
    }

    private Optional<String> japanese() {
        if (!isJapanese()) {
            return Optional.empty();
        }
        if (words.contains("jp-")) {
            return Optional.of(words.replaceAll(".*(jp-[a-z0-9:.-]+).*", "$1"));
        }
        boolean old = words.matches(".*(old |旧).*");
        boolean declining = words.matches(".*(declining|定率|200|250|guarantee).*");
        if (words.contains("lump") || words.contains("一括")) {
            return Optional.of("jp-lump-sum");
        }
        if (old) {
            return Optional.of(
                    declining
                            ? "jp-old-declining"
                                    + given.find("rate")
                                            .map(r -> ":" + r.text())
                                            .orElse("")
                            : "jp-old-straight-line:" + given.at("rate").text());
        }
        if (!declining) {
            return Optional.of("jp-straight-line");
        }
        LocalDate day = inUse.orElse(SOME_DAY);
        boolean first = words.contains("250") || (!words.contains("200") && day.isBefore(LocalDate.of(2012, 4, 1)));
        return Optional.of(first ? "jp-declining-250" : "jp-declining-200");
    }

    private Timing timing(String method) {
        if (words.matches(".*(half month|half-month|mid-month|mid month).*")) {
            return Timing.HALF_MONTH;
        }
        if (words.matches(".*(half-year convention|half year convention).*")) {
            return Timing.HALF_YEAR;
        }
        if (words.matches(".*(total days|days of (the )?life).*")) {
            return Timing.DAYS_OF_LIFE;
        }
        if (words.matches(".*(daily|by days|days of (the )?year).*") || byDays(method)) {
            return Timing.DAYS_OF_YEAR;
        }
        if (words.matches(".*(full-year|no prorata|without prorata|degr-|linear-limit|lump).*")
                || method.equals("jp-lump-sum")) {
            return Timing.FULL_YEAR;
        }
        return method.startsWith("jp-") || words.contains("full month") ? Timing.FULL_MONTH : Timing.DAYS_OF_PERIOD;
    }

    /** A yearly rate in shorter periods is by the days of the year. */
    private boolean byDays(String method) {
        boolean named = given.find("daily_prorata").map(Field::truth).orElse(false)
                || given.find("daily_prorata_based").map(Field::truth).orElse(false);
        return named || (method.startsWith("declining") && method.contains("/year") && period < 12);
    }

    private RoundingPolicy rounding() {
        if (words.matches(".*(round(ed|ing)? up|fractions up|ceil).*")) {
            return RoundingPolicy.toCurrency(RoundingRule.UP);
        }
        if (words.matches(".*(round(ed|ing)? down|fractions down|truncat|floor).*")) {
            return RoundingPolicy.toCurrency(RoundingRule.TRUNCATE);
        }
        boolean half = words.matches(".*half.up.*") || !isJapanese();
        return RoundingPolicy.toCurrency(half ? RoundingRule.HALF_UP : RoundingRule.TRUNCATE);
    }

    FiscalCalendar calendar() {
        Optional<Field> start = find("fiscal_year_start", "year_start");
        if (start.isPresent()) {
            String text = start.get().text();
            return FiscalCalendar.monthly(MonthDay.parse("--" + text), YearNaming.START_YEAR);
        }
        MonthDay first = isJapanese() && (inUse.isEmpty() || inUse.get().getMonthValue() == 4)
                ? MonthDay.of(4, 1)
                : MonthDay.of(1, 1);
        return FiscalCalendar.monthly(first, YearNaming.START_YEAR);
    }

    DepreciationTerms terms(String method) {
        DepreciationTerms.Builder terms = DepreciationTerms.builder();
        terms.method(method)
                .lifeMonths(months)
                .residual(method.equals("jp-lump-sum") ? BigDecimal.ZERO : residual)
                .timing(timing(method))
                .dayCount(
                        words.contains("30/360") || words.contains("30-360")
                                ? DayCount.THIRTY_360
                                : words.contains("leap") ? DayCount.NO_LEAP_DAY : DayCount.ACTUAL)
                .periodMonths(period)
                .firstRow(firstRow)
                .rowRounding(
                        words.contains("cumulative")
                                ? RowRounding.CUMULATIVE
                                : method.startsWith("jp-") || words.contains("degr-linear")
                                        ? RowRounding.EACH_YEAR
                                        : RowRounding.EACH_ROW)
                .rounding(rounding())
                .lastRowDate(LastRowDate.DAY_AFTER)
                .openingBasis(
                        given.has("already_booked") || given.has("booked_periods") || given.has("opening_booked")
                                ? OpeningBasis.WHOLE_LIFE
                                : OpeningBasis.REST_OF_LIFE)
                .units(number("units", "total_units", "life_units", "life_hours"));
        if (firstRow.isEmpty() && (12 % period != 0 || period == 2 || period == 4)) {
            terms.firstRow(start().plusMonths(period).minusDays(1));
        }
        return terms.build();
    }

    /** When the life starts: some day when the case does not care. */
    private LocalDate start() {
        LocalDate none = isJapanese() ? LocalDate.of(2026, 4, 1) : SOME_DAY;
        return inUse.orElseGet(
                () -> firstRow.map(row -> gridOf(row).startOf(row)).orElse(none));
    }

    private PeriodGrid gridOf(LocalDate row) {
        return PeriodGrid.every(period, row);
    }

    AssetHistory history(String method) {
        DepreciationTerms terms = terms(method);
        BigDecimal opening = number(
                        "opening_accumulated",
                        "already_depreciated",
                        "opening_accumulated_depreciation",
                        "opening_depreciation",
                        "accumulated")
                .orElse(BigDecimal.ZERO);
        Optional<Integer> booked =
                number("already_booked", "booked_periods", "opening_booked").map(BigDecimal::intValueExact);
        LocalDate start = start();
        BookStart in = BookStart.of(terms);
        if (opening.signum() != 0 || booked.isPresent()) {
            in = new BookStart(terms, opening, Optional.empty());
            if (booked.isPresent()) {
                LocalDate next = firstRow.orElseThrow(() -> new UnsupportedCaseException("no next booking"));
                LocalDate from = gridOf(next).startOf(next);
                start = consistent(start, from, booked.get());
                in = BookStart.opening(terms, opening, from.minusDays(1));
            }
        }
        return AssetHistory.of(fact(
                "acquire",
                start,
                new Acquired(
                        "asset",
                        "asset",
                        CaseCurrencies.amount(cost, currency),
                        Dimensions.none(),
                        SortedMaps.immutable.of(BOOK, in))));
    }

    /** A start that leaves room for the periods that were booked before the next one. */
    private LocalDate consistent(LocalDate start, LocalDate next, int booked) {
        PeriodGrid grid = gridOf(next.plusMonths(period).minusDays(1));
        int periods = 0;
        for (LocalDate day = grid.startOf(start);
                day.isBefore(next);
                day = grid.lastDayOf(day).plusDays(1)) {
            periods++;
        }
        return periods == booked ? start : next.minusMonths((long) booked * period);
    }

    static AssetFact fact(String key, LocalDate day, AssetChange change) {
        return new AssetFact(IdempotencyKey.of(key), AssetId.of("asset"), day, change, Instant.EPOCH, KitBooks.CLERK);
    }

    Schedules schedules() {
        return Schedules.by(Methods.standard().with(JapaneseMethods::find), calendar());
    }
}
