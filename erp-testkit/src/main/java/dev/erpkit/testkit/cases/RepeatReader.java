package dev.erpkit.testkit.cases;

import dev.erpkit.crm.behaviour.Purchase;
import dev.erpkit.crm.behaviour.RepeatPurchases;
import dev.erpkit.crm.behaviour.Span;
import dev.erpkit.crm.behaviour.port.PurchaseHistory;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Purchases and what they say of each customer: frequency, recency, age and mean value. */
final class RepeatReader {
    private RepeatReader() {}

    static void run(Case current) {
        Field list = Lists.immutable
                .of("transactions", "purchases", "orders")
                .collect(name -> current.given().find(name))
                .detectOptional(Optional::isPresent)
                .flatMap(found -> found)
                .orElseThrow(() -> new UnsupportedCaseException("no transactions"));
        ImmutableList<Purchase> purchases = PurchaseCases.purchases(list);
        LocalDate end = Lists.immutable
                .of("end", "observation_end", "observation_period_end", "as_of")
                .collect(name -> current.given().find(name))
                .detectOptional(Optional::isPresent)
                .flatMap(found -> found)
                .map(Field::date)
                .orElseGet(() -> purchases.collect(Purchase::day).max());
        Span span = current.given()
                .find("unit")
                .or(() -> current.given().find("freq"))
                .map(unit -> span(unit.text()))
                .orElse(Span.DAY);
        Optional<LocalDate> calibration = current.given()
                .find("calibration_end")
                .or(() -> current.given().find("calibration_period_end"))
                .map(Field::date);
        if (calibration.isPresent()) {
            holdout(current, purchases, calibration.get(), end, span);
            return;
        }
        ImmutableList<RepeatPurchases> customers = RepeatPurchases.of(PurchaseHistory.of(purchases), end, span);
        // in whatever order they come
        current.differences()
                .same(
                        current.expect(),
                        customers,
                        RepeatPurchases.of(PurchaseHistory.of(purchases.toReversed()), end, span));
        Field expect = current.expect();
        boolean single = expect.names().noneSatisfy(name -> expect.at(name).isObject());
        if (single) {
            check(current, expect, customers.size() == 1 ? customers.getOnly() : named(current, customers));
        } else {
            expect.names().forEach(name -> check(current, expect.at(name), find(customers, name)));
        }
    }

    /** What was seen up to a day, and in how many periods after it the same customers bought. */
    private static void holdout(
            Case current, ImmutableList<Purchase> purchases, LocalDate calibration, LocalDate end, Span span) {
        ImmutableList<RepeatPurchases> before = RepeatPurchases.of(PurchaseHistory.of(purchases), calibration, span);
        ImmutableList<RepeatPurchases> after = RepeatPurchases.of(
                PurchaseHistory.of(purchases.select(p -> p.day().isAfter(calibration))), end, span);
        for (String id : current.expect().names()) {
            Field expect = current.expect().at(id);
            RepeatPurchases seen = find(before, id);
            for (String name : expect.names()) {
                Field expected = expect.at(name);
                switch (name) {
                    case "frequency_cal" -> current.differences().number(expected, seen.frequency());
                    case "recency_cal" -> current.differences().near(expected, seen.recency());
                    case "T_cal" -> current.differences().near(expected, seen.age());
                    case "frequency_holdout" ->
                        current.differences()
                                .number(
                                        expected,
                                        after.detectOptional(c -> c.customer().equals(seen.customer()))
                                                .map(c -> c.frequency() + 1)
                                                .orElse(0));
                    case "duration_holdout" -> current.differences().number(expected, span.between(calibration, end));
                    default -> throw new UnsupportedCaseException(expected.path());
                }
            }
        }
    }

    private static RepeatPurchases named(Case current, ImmutableList<RepeatPurchases> customers) {
        return find(customers, current.given().at("customer").text());
    }

    private static RepeatPurchases find(ImmutableList<RepeatPurchases> customers, String id) {
        return customers
                .detectOptional(c -> c.customer().value().equals(id))
                .orElseThrow(() -> new UnsupportedCaseException("no customer " + id));
    }

    private static Span span(String unit) {
        String word = unit.toLowerCase(Locale.ROOT);
        return switch (word.charAt(0)) {
            case 'd' -> Span.DAY;
            case 'w' -> Span.WEEK;
            case 'm' -> Span.MONTH;
            case 'y' -> Span.YEAR;
            default -> throw new UnsupportedCaseException("unit " + unit);
        };
    }

    private static void check(Case current, Field expect, RepeatPurchases customer) {
        for (String name : expect.names()) {
            Field expected = expect.at(name);
            switch (name) {
                case "frequency", "x" -> current.differences().number(expected, customer.frequency());
                case "recency", "t_x" -> current.differences().near(expected, customer.recency());
                case "T", "age" -> current.differences().near(expected, customer.age());
                case "mean_repeat_value", "monetary_value", "mean_value", "monetary" ->
                    current.differences().near(expected, customer.meanValue());
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }
}
