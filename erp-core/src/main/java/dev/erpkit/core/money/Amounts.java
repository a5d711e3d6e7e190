package dev.erpkit.core.money;

import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import javax.money.MonetaryContext;
import javax.money.MonetaryContextBuilder;
import javax.money.UnknownCurrencyException;
import org.javamoney.moneta.Money;

/** The one maker of money: explicit context, no hidden rounding, minor units as exact {@code long}. */
public final class Amounts {
    /** Exact up to 76 digits; an operation that would have to round fails instead. */
    private static final MonetaryContext EXACT = MonetaryContextBuilder.of(Money.class)
            .set(new MathContext(76, RoundingMode.UNNECESSARY))
            .setPrecision(76)
            .setMaxScale(-1)
            .set(RoundingMode.UNNECESSARY)
            .build();

    private Amounts() {}

    /**
     * The ISO 4217 currency with this code.
     *
     * @throws InvalidValueException {@code currency.unknown}
     */
    public static CurrencyUnit currency(String code) {
        try {
            return Monetary.getCurrency(code);
        } catch (UnknownCurrencyException e) {
            throw new InvalidValueException("CurrencyUnit", "code", "currency.unknown", "is not a known currency: " + code);
        }
    }

    /** An amount, exact. */
    public static MonetaryAmount of(BigDecimal number, CurrencyUnit currency) {
        return Money.of(number, currency, EXACT);
    }

    /** An amount, exact, such as {@code of("5.10", "USD")}. */
    public static MonetaryAmount of(String number, String currency) {
        return of(new BigDecimal(number), currency(currency));
    }

    /** An amount of whole major units. */
    public static MonetaryAmount of(long number, CurrencyUnit currency) {
        return of(BigDecimal.valueOf(number), currency);
    }

    /** An amount of minor units: {@code ofMinor(510, USD)} is 5.10 USD. */
    public static MonetaryAmount ofMinor(long minor, CurrencyUnit currency) {
        return of(BigDecimal.valueOf(minor, digits(currency)), currency);
    }

    /** Zero in a currency. */
    public static MonetaryAmount zero(CurrencyUnit currency) {
        return of(BigDecimal.ZERO, currency);
    }

    /** The number of decimals of a currency's minor unit, 0 where ISO 4217 names none. */
    public static int digits(CurrencyUnit currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    /** The exact number of any amount. */
    public static BigDecimal decimal(MonetaryAmount amount) {
        return amount.getNumber().numberValueExact(BigDecimal.class);
    }

    /**
     * The amount in minor units of its currency, exact.
     *
     * @throws InvalidValueException {@code amount.too-many-decimals} or {@code amount.overflow}
     */
    public static long minor(MonetaryAmount amount) {
        return minor(decimal(amount), amount.getCurrency());
    }

    static long minor(BigDecimal number, CurrencyUnit currency) {
        BigInteger minor;
        try {
            minor = number.setScale(digits(currency), RoundingMode.UNNECESSARY).unscaledValue();
        } catch (ArithmeticException e) {
            throw new InvalidValueException(
                    "MonetaryAmount",
                    "amount",
                    "amount.too-many-decimals",
                    currency.getCurrencyCode() + " has " + digits(currency) + " decimals; round with a named policy first");
        }
        if (minor.bitLength() > 63) {
            throw new InvalidValueException(
                    "MonetaryAmount", "amount", "amount.overflow", "does not fit 63 bits of minor units");
        }
        return minor.longValue();
    }

    /** Any host's amount as one of ours, exact. */
    public static MonetaryAmount normalise(MonetaryAmount amount) {
        return of(decimal(amount), amount.getCurrency());
    }

    /**
     * The canonical text: currency code, space, plain decimal with at least the currency's decimals and no needless zeros
     * beyond them. 5.1, 5.10 and 5.1000 give the same text.
     */
    public static String canonical(MonetaryAmount amount) {
        BigDecimal number = decimal(amount).stripTrailingZeros();
        int digits = digits(amount.getCurrency());
        BigDecimal scaled = number.scale() < digits ? number.setScale(digits, RoundingMode.UNNECESSARY) : number;
        return amount.getCurrency().getCurrencyCode() + " " + scaled.toPlainString();
    }
}
