package dev.erpkit.accounting.interchange;

import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.collections.api.list.ImmutableList;

/** What one unit of a commodity is worth in base currency by the prices of a journal. */
final class MarketPrices {
    private final Map<String, NavigableMap<LocalDate, Rational>> worths = new HashMap<>();
    private final Map<String, NavigableMap<LocalDate, Rational>> turned = new HashMap<>();

    /** @param isBase tells the symbols of the base currency */
    MarketPrices(ImmutableList<MarketPrice> prices, Predicate<String> isBase) {
        for (MarketPrice price : prices) {
            Rational number = Rational.of(price.price().quantity());
            if (isBase.test(price.price().commodity())) {
                put(worths, price.commodity(), price.date(), number);
            } else if (isBase.test(price.commodity()) && number.signum() != 0) {
                put(turned, price.price().commodity(), price.date(), number.reciprocal());
            }
        }
    }

    /** Of two prices of a day the later in the file counts. */
    private static void put(
            Map<String, NavigableMap<LocalDate, Rational>> to, String commodity, LocalDate date, Rational worth) {
        to.computeIfAbsent(commodity, c -> new TreeMap<>()).put(date, worth);
    }

    /** By the latest price up to the day; a price of the base currency in the commodity, turned round, where there is none. */
    Optional<Rational> worth(String commodity, LocalDate date) {
        Optional<Rational> direct = latest(worths, commodity, date);
        return direct.isPresent() ? direct : latest(turned, commodity, date);
    }

    private static Optional<Rational> latest(
            Map<String, NavigableMap<LocalDate, Rational>> in, String commodity, LocalDate date) {
        NavigableMap<LocalDate, Rational> byDay = in.get(commodity);
        Map.Entry<LocalDate, Rational> latest = byDay == null ? null : byDay.floorEntry(date);
        return latest == null ? Optional.empty() : Optional.of(latest.getValue());
    }
}
