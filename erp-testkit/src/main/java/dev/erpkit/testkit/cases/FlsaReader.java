package dev.erpkit.testkit.cases;

import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.us.FlsaWeek;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;

/** A workweek under the Fair Labor Standards Act: hourly, by the piece, at several rates, or a salary for fluctuating hours. */
final class FlsaReader {
    private final Case current;

    private FlsaReader(Case current) {
        this.current = current;
    }

    static void run(Case current) {
        if (!current.topic().startsWith("us.flsa")) {
            throw new UnsupportedCaseException("topic " + current.topic());
        }
        new FlsaReader(current).check();
    }

    private Optional<Field> find(String... names) {
        return Optional.ofNullable(Lists.immutable.with(names).detect(current.given()::has))
                .map(name -> current.given().at(name));
    }

    private static Rational hours(Field field) {
        return Rational.of(field.decimal());
    }

    private static long cents(Field field) {
        return field.decimal().movePointRight(2).longValueExact();
    }

    private FlsaWeek week() {
        Optional<Field> hours = find("hours", "hours_worked", "total_hours", "weekly_hours");
        if (find("salary", "weekly_salary").isPresent()) {
            boolean fluctuating = current.topic().contains("fluctuating");
            Field worked = hours.orElseThrow(() -> new UnsupportedCaseException("no hours"));
            Optional<Field> intended = find("hours_for", "intended_hours", "salary_hours", "fixed_hours");
            if (intended.isPresent()) {
                // 29 CFR 778.113: a salary for so many hours is an hourly rate
                Rational straight = Rational.of(
                                cents(find("salary", "weekly_salary").orElseThrow()))
                        .multiply(hours(worked))
                        .divide(hours(intended.get()));
                return extras(FlsaWeek.begin()
                        .earn(RoundingPolicy.parse("half-up:0").round(straight).longValueExact())
                        .hours(hours(worked)));
            }
            FlsaWeek week =
                    FlsaWeek.salary(cents(find("salary", "weekly_salary").orElseThrow()), hours(worked));
            return extras(fluctuating ? week : week.rounding(FlsaWeek.HalfRate.EXACT));
        }
        Optional<Field> several = find("work", "jobs", "rates", "segments").filter(Field::isList);
        if (several.isPresent()) {
            FlsaWeek week = FlsaWeek.begin();
            for (Field job : several.get().elements()) {
                week = job.isList()
                        ? week.work(
                                hours(job.elements().get(1)),
                                cents(job.elements().get(0)))
                        : week.work(hours(job.at("hours")), cents(job.at("rate")));
            }
            return extras(week);
        }
        Optional<Field> piece = find("piece_earnings", "piecework", "piece_rate_earnings", "earnings", "piece");
        if (piece.isPresent()) {
            return extras(piece(piece.get(), hours));
        }
        Optional<Field> dayRate = find("day_rate", "daily_rate");
        if (dayRate.isPresent()) {
            // 29 CFR 778.112: what all days paid, divided by all hours
            long days = named("days", "days_worked").decimal().longValueExact();
            Field worked = hours.orElseThrow(() -> new UnsupportedCaseException("no hours"));
            return extras(FlsaWeek.begin()
                    .earn(Math.multiplyExact(days, cents(dayRate.get())))
                    .hours(hours(worked)));
        }
        Optional<Field> second = find("hours2", "hours_2");
        if (second.isPresent()) {
            return extras(FlsaWeek.begin()
                    .work(hours(named("hours1", "hours_1")), cents(named("rate1", "rate_1")))
                    .work(hours(second.get()), cents(named("rate2", "rate_2"))));
        }
        Field rate = find("rate", "hourly_rate", "hourly").orElseThrow(() -> new UnsupportedCaseException("no pay"));
        Field worked = hours.orElseThrow(() -> new UnsupportedCaseException("no hours"));
        return extras(FlsaWeek.begin().work(hours(worked), cents(rate)));
    }

    private Field named(String... names) {
        return find(names).orElseThrow(() -> new UnsupportedCaseException("no " + names[0]));
    }

    /** Hours that are not said to be productive are all hours, waiting included. */
    private FlsaWeek piece(Field earnings, Optional<Field> hours) {
        Optional<Field> waiting = find("waiting_hours", "nonproductive_hours");
        Rational waited = waiting.map(FlsaReader::hours).orElse(Rational.ZERO);
        Rational productive = find("productive_hours", "piece_hours")
                .map(FlsaReader::hours)
                .or(() -> hours.map(all -> hours(all).subtract(waited)))
                .orElseThrow(() -> new UnsupportedCaseException("no hours"));
        FlsaWeek week = FlsaWeek.begin().earn(cents(earnings)).hours(productive);
        return waiting.isPresent() ? week.work(waited, cents(named("waiting_rate", "nonproductive_rate"))) : week;
    }

    private FlsaWeek extras(FlsaWeek week) {
        FlsaWeek with = week;
        for (String name : Lists.immutable.of("bonus", "production_bonus", "differential", "commission")) {
            with = find(name).isPresent() ? with.earn(cents(find(name).get())) : with;
        }
        return with;
    }

    private void check() {
        FlsaWeek week = week();
        current.expect().names().forEach(name -> {
            Field expected = current.expect().at(name);
            switch (name) {
                case "regular_rate" -> current.differences().number(expected, week.regularRate());
                case "total", "total_pay", "weekly_total" -> number(expected, week.total());
                case "premium", "overtime_premium", "half_time", "overtime_pay_extra", "additional" ->
                    number(expected, week.premium());
                case "straight", "straight_time", "straight_time_pay" -> number(expected, week.straightTime());
                case "overtime_hours" ->
                    current.differences()
                            .number(expected, week.overtime().exactDecimal().orElseThrow());
                default -> throw new UnsupportedCaseException(expected.path());
            }
        });
    }

    private void number(Field expected, long cents) {
        current.differences().number(expected, BigDecimal.valueOf(cents, 2));
    }
}
