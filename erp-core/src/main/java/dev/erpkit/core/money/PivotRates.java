package dev.erpkit.core.money;

import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;

/** Answers a pair that has no rate of its own through a pivot currency. */
record PivotRates(ExchangeRates rates, CurrencyUnit pivot) implements ExchangeRates {
    @Override
    public Optional<ExchangeRate> find(CurrencyUnit from, CurrencyUnit to, RateType type, LocalDate date) {
        Optional<ExchangeRate> direct = rates.find(from, to, type, date);
        if (direct.isPresent()) {
            return direct;
        }
        return rates.find(from, pivot, type, date)
                .flatMap(first -> rates.find(pivot, to, type, date).map(first::then));
    }
}
