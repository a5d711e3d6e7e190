package dev.erpkit.core.memory;

import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.money.RateType;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import javax.money.CurrencyUnit;

/** Exchange rates in memory; a rate recorded again for the same day takes the place of the former one. */
public final class MemoryExchangeRates implements ExchangeRates {
    private record Pair(String from, String to, RateType type) {}

    private final MemoryUnitOfWork unitOfWork;

    /** By pair and day, what was recorded, the last first. */
    private final Map<Pair, NavigableMap<LocalDate, Deque<ExchangeRate>>> rates = new HashMap<>();

    /** Rates that are recorded in the given unit of work. */
    public MemoryExchangeRates(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** Records a rate in the running unit of work, or in one of its own. */
    public void record(ExchangeRate rate) {
        Pair pair = pair(rate.base(), rate.quote(), rate.type());
        unitOfWork.write(() -> recorded(pair, rate.date()).push(rate), () -> forget(pair, rate.date()));
    }

    @Override
    public Optional<ExchangeRate> find(CurrencyUnit from, CurrencyUnit to, RateType type, LocalDate date) {
        return unitOfWork.read(() -> Optional.ofNullable(rates.get(pair(from, to, type)))
                .map(byDay -> byDay.floorEntry(date))
                .map(latest -> latest.getValue().peek()));
    }

    private Deque<ExchangeRate> recorded(Pair pair, LocalDate day) {
        return byDay(pair).computeIfAbsent(day, d -> new ArrayDeque<>());
    }

    private NavigableMap<LocalDate, Deque<ExchangeRate>> byDay(Pair pair) {
        return rates.computeIfAbsent(pair, p -> new TreeMap<>());
    }

    private void forget(Pair pair, LocalDate day) {
        Deque<ExchangeRate> ofDay = recorded(pair, day);
        ofDay.pop();
        if (ofDay.isEmpty()) {
            byDay(pair).remove(day);
        }
    }

    private static Pair pair(CurrencyUnit from, CurrencyUnit to, RateType type) {
        return new Pair(from.getCurrencyCode(), to.getCurrencyCode(), type);
    }
}
