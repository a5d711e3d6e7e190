package dev.erpkit.core.money;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * The price of one unit of a currency in another: 1 {@code base} = {@code rate} {@code quote}. Exact, and exact when turned
 * around: the inverse of 3 is a third, not 0.333333.
 *
 * @param base the currency that is priced
 * @param quote the currency of the price
 * @param rate the price of one base unit in quote units, above zero, 1 from a currency to itself
 * @param type what kind of rate it is
 * @param date the day from which it holds
 */
public record ExchangeRate(CurrencyUnit base, CurrencyUnit quote, Rational rate, RateType type, LocalDate date) {
    /** Checks the rate: {@code rate.not-positive}, {@code rate.same-currency}. */
    public ExchangeRate {
        base = Amounts.normalise(base);
        quote = Amounts.normalise(quote);
        if (rate.signum() <= 0) {
            throw new InvalidValueException("ExchangeRate", "rate", "rate.not-positive", "must be above zero: " + rate);
        }
        if (base.equals(quote) && !rate.equals(Rational.ONE)) {
            throw new InvalidValueException(
                    "ExchangeRate", "rate", "rate.same-currency", "must be 1 from a currency to itself: " + rate);
        }
    }

    /** The rate of a decimal price: {@code of(USD, JPY, new BigDecimal("151.37"), SPOT, date)}. */
    public static ExchangeRate of(
            CurrencyUnit base, CurrencyUnit quote, BigDecimal rate, RateType type, LocalDate date) {
        return new ExchangeRate(base, quote, Rational.of(rate), type, date);
    }

    /** The same price seen from the other currency. */
    public ExchangeRate inverse() {
        return new ExchangeRate(quote, base, rate.reciprocal(), type, date);
    }

    /**
     * The rate through the currency that this one ends in and the next begins with. It keeps this rate's type and is as
     * old as the older of the two.
     *
     * @throws InvalidValueException {@code rate.currency-mismatch}
     */
    public ExchangeRate then(ExchangeRate next) {
        if (!next.base.equals(quote)) {
            throw mismatch(next.base, quote);
        }
        LocalDate older = next.date.isBefore(date) ? next.date : date;
        return new ExchangeRate(base, next.quote, rate.multiply(next.rate), type, older);
    }

    /**
     * An amount of the base currency in the quote currency. An amount stays as it is when both are one currency.
     *
     * @throws InvalidValueException {@code rate.currency-mismatch} when the amount is not in the base currency
     */
    public MonetaryAmount convert(MonetaryAmount amount, RoundingPolicy rounding) {
        if (!base.equals(amount.getCurrency())) {
            throw mismatch(amount.getCurrency(), base);
        }
        if (base.equals(quote)) {
            return Amounts.normalise(amount);
        }
        Rational exact = Rational.of(Amounts.decimal(amount)).multiply(rate);
        return Amounts.of(rounding.in(quote).round(exact), quote);
    }

    /**
     * How {@link #convert} comes to its figure.
     *
     * @throws InvalidValueException {@code rate.currency-mismatch} when the amount is not in the base currency
     */
    public TraceStep trace(MonetaryAmount amount, RoundingPolicy rounding) {
        return TraceStep.of("exchange-rate", Amounts.canonical(convert(amount, rounding)))
                .with("amount", Amounts.canonical(amount))
                .with("rate", this)
                .with("type", type)
                .with("date", date)
                .with("rounding", rounding.name());
    }

    /** The price as people write it, {@code 1 EUR = 1.3 USD}; a fraction where no decimal is exact: {@code 1/3}. */
    @Override
    public String toString() {
        String price = rate.exactDecimal().map(BigDecimal::toPlainString).orElseGet(rate::toString);
        return "1 " + base.getCurrencyCode() + " = " + price + " " + quote.getCurrencyCode();
    }

    private static InvalidValueException mismatch(CurrencyUnit found, CurrencyUnit needed) {
        return new InvalidValueException(
                "ExchangeRate",
                "base",
                "rate.currency-mismatch",
                "is " + found.getCurrencyCode() + " where " + needed.getCurrencyCode() + " is needed");
    }
}
