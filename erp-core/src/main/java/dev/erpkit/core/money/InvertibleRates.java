package dev.erpkit.core.money;

import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;

/** Answers with the later of a rate and the inverse of its counterpart; of equal dates with the rate itself. */
record InvertibleRates(ExchangeRates rates) implements ExchangeRates {
    @Override
    public Optional<ExchangeRate> find(CurrencyUnit from, CurrencyUnit to, RateType type, LocalDate date) {
        Optional<ExchangeRate> direct = rates.find(from, to, type, date);
        Optional<ExchangeRate> inverse = rates.find(to, from, type, date).map(ExchangeRate::inverse);
        boolean inverseIsLater = inverse.isPresent()
                && direct.map(rate -> rate.date().isBefore(inverse.get().date()))
                        .orElse(true);
        return inverseIsLater ? inverse : direct;
    }

    @Override
    public ExchangeRates bothWays() {
        return this;
    }
}
