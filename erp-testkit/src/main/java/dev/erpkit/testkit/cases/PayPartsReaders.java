package dev.erpkit.testkit.cases;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Allocator;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.payroll.Garnishment;
import dev.erpkit.hr.payroll.Proration;
import dev.erpkit.hr.payroll.Retro;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.LongLists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/** Pay in parts: a change or a joiner within a month, components over cost centres, orders of creditors, arrears of months. */
final class PayPartsReaders {
    private static final RoundingPolicy CENT = RoundingPolicy.parse("half-up:2");
    private static final DateRange PERIOD = DateRange.ofDay(LocalDate.of(2026, 1, 31));

    private PayPartsReaders() {}

    static ImmutableList<CaseReader> all() {
        return Lists.immutable.of(
                PayPartsReaders::changeWithin,
                PayPartsReaders::joiner,
                PayPartsReaders::costCentres,
                PayPartsReaders::orders,
                PayPartsReaders::arrears);
    }

    private static void total(Case current, Rational exact) {
        Alias expect = new Alias(current.expect());
        current.differences().number(expect.need("total", "pay", "amount", "gross"), CENT.round(exact));
        expect.nothingElse();
    }

    /** Two salaries within a month, each for its days. */
    static void changeWithin(Case current) {
        Alias given = new Alias(current.given());
        Rational sum = Rational.ZERO;
        Optional<Field> segments = given.any("segments", "parts");
        Rational whole = HourWords.number(given.need("total_days", "month_days", "days_in_month", "working_days"));
        if (segments.isPresent()) {
            for (Field segment : segments.get().elements()) {
                Alias part = new Alias(segment);
                sum = sum.add(part(part.need("salary", "amount", "pay", "rate"), part.need("days"), whole));
                part.nothingElse();
            }
        } else {
            Rational before =
                    HourWords.number(given.need("change_day", "changed_on")).subtract(Rational.ONE);
            sum = HourWords.number(given.need("old", "old_salary"))
                    .multiply(Proration.CALENDAR_DAYS.share(before, whole))
                    .add(HourWords.number(given.need("new", "new_salary"))
                            .multiply(Proration.CALENDAR_DAYS.share(whole.subtract(before), whole)));
        }
        given.nothingElse();
        total(current, sum);
    }

    private static Rational part(Field salary, Field days, Rational whole) {
        return HourWords.number(salary).multiply(Proration.CALENDAR_DAYS.share(HourWords.number(days), whole));
    }

    /** Somebody who joins or leaves within a month, paid by its calendar days. */
    static void joiner(Case current) {
        Alias given = new Alias(current.given());
        Rational monthly = HourWords.number(given.need("monthly", "base", "salary", "monthly_salary"));
        Optional<LocalDate> joined =
                given.any("joined", "joining_date", "hired").map(Field::date);
        Optional<LocalDate> left =
                given.any("left", "last_day", "relieving_date").map(Field::date);
        if (joined.isEmpty() && left.isEmpty()) {
            throw new UnsupportedCaseException("nobody joins or leaves");
        }
        YearMonth month = given.any("month", "period")
                .map(JapaneseFacts::month)
                .orElseGet(() -> YearMonth.from(joined.or(() -> left).get()));
        given.nothingElse();
        LocalDate from = joined.filter(day -> day.isAfter(month.atDay(1))).orElse(month.atDay(1));
        LocalDate to = left.filter(day -> day.isBefore(month.atEndOfMonth())).orElse(month.atEndOfMonth());
        long days = Math.max(0, ChronoUnit.DAYS.between(from, to) + 1);
        total(
                current,
                monthly.multiply(Proration.CALENDAR_DAYS.share(Rational.of(days), Rational.of(month.lengthOfMonth()))));
    }

    /** Components over cost centres by percent: the parts of each sum up to it. */
    static void costCentres(Case current) {
        Alias given = new Alias(current.given());
        Field stated = given.need("components", "amounts", "amount", "component");
        ImmutableList<BigDecimal> amounts =
                stated.isList() ? stated.elements().collect(Field::decimal) : Lists.immutable.of(stated.decimal());
        int digits = given.any("precision", "decimals", "digits")
                .map(RuleTexts::whole)
                .orElse(2);
        ImmutableList<Rational> weights = given.need("split_pct", "percent", "percents", "cost_centres", "split")
                .elements()
                .collect(HourWords::number);
        given.nothingElse();
        ImmutableList<long[]> parts = amounts.collect(amount -> Allocator.allocate(
                amount.movePointRight(digits).longValueExact(), weights, RemainderRule.LARGEST_REMAINDER));
        BigDecimal sum = parts.collect(each ->
                        BigDecimal.valueOf(LongLists.immutable.with(each).sum(), digits))
                .injectInto(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal whole = amounts.injectInto(BigDecimal.ZERO, BigDecimal::add);
        Alias expect = new Alias(current.expect());
        expect.any("total", "sum").ifPresent(field -> current.differences().number(field, sum));
        expect.any("balanced", "debit_equals_credit")
                .ifPresent(field -> current.differences().same(field, field.truth(), sum.compareTo(whole) == 0));
        expect.any("difference").ifPresent(field -> current.differences().number(field, whole.subtract(sum)));
        expect.nothingElse();
    }

    /** Orders served in their order as far as a floor lets them. */
    static void orders(Case current) {
        if (!current.topic().contains("garnish")) {
            throw new UnsupportedCaseException("topic " + current.topic());
        }
        Alias given = new Alias(current.given());
        long disposable = cents(given.need("disposable", "disposable_weekly", "net"));
        long floor = given.any("floor", "protected", "protected_floor")
                .map(PayPartsReaders::cents)
                .orElse(0L);
        MutableList<Garnishment> orders = Lists.mutable.empty();
        for (Field order : given.need("orders", "garnishments").elements()) {
            int place = orders.size() + 1;
            Alias one = order.isObject() ? new Alias(order) : null;
            long wanted = one == null ? cents(order) : cents(one.need("amount", "wanted"));
            int priority = one == null
                    ? place
                    : one.any("priority").map(RuleTexts::whole).orElse(place);
            orders.add(new Garnishment("order " + place, priority, wanted, all -> all));
        }
        given.nothingElse();
        ImmutableMap<String, Long> served = Garnishment.serve(disposable, floor, orders.toImmutable());
        Alias expect = new Alias(current.expect());
        Field taken = expect.need("taken", "paid", "served");
        current.differences()
                .same(
                        taken,
                        taken.elements().collect(PayPartsReaders::cents),
                        orders.collect(order -> served.get(order.id())).toImmutable());
        expect.nothingElse();
    }

    private static long cents(Field field) {
        return field.decimal().movePointRight(2).longValueExact();
    }

    /** What several earlier periods still bear. */
    static void arrears(Case current) {
        Alias given = new Alias(current.given());
        Retro sum = Retro.none(PERIOD);
        for (Field period : given.need("periods", "months").elements()) {
            Alias one = new Alias(period);
            Retro paid = Retro.of(PERIOD, "pay", cents(one.need("paid", "old", "original")));
            Retro now = Retro.of(PERIOD, "pay", cents(one.need("new", "new_amount", "recomputed", "due")));
            one.any("period", "month").ifPresent(Field::text);
            one.nothingElse();
            sum = sum.plus(now.after(paid));
        }
        given.nothingElse();
        long delta = sum.minor().getIfAbsentValue("pay", 0L);
        Alias expect = new Alias(current.expect());
        current.differences()
                .number(expect.need("delta", "arrears", "arrear", "total", "difference"), BigDecimal.valueOf(delta, 2));
        expect.nothingElse();
    }
}
