package dev.erpkit.core.money;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import javax.money.CurrencyQueryBuilder;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import javax.money.MonetaryContext;
import javax.money.MonetaryContextBuilder;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.map.ImmutableMap;
import org.javamoney.moneta.CurrencyUnitBuilder;
import org.javamoney.moneta.Money;
import org.javamoney.moneta.spi.JDKCurrencyAdapter;
import org.javamoney.moneta.spi.JDKCurrencyProvider;

/**
 * The one maker of money: explicit context, no hidden rounding, minor units as exact {@code long}.
 *
 * <p>Amounts carry a context of 76 digits that refuses to round: sums, differences and products of them are exact or fail
 * with an {@link ArithmeticException}. Nothing here reads the defaults that a {@code javamoney.properties} on the class path of the
 * host can change.
 */
public final class Amounts {
    /** More decimals than any currency or commodity has, and all that minor units of one coin can have in a long. */
    private static final int MAX_DIGITS = 18;

    private static final int MAX_PRECISION = 76;

    /** Exact up to 76 digits; an operation that would have to round fails instead. */
    private static final MonetaryContext EXACT = MonetaryContextBuilder.of(Money.class)
            .set(new MathContext(MAX_PRECISION, RoundingMode.UNNECESSARY))
            .setPrecision(MAX_PRECISION)
            .setMaxScale(-1)
            .set(RoundingMode.UNNECESSARY)
            .build();

    private Amounts() {}

    /**
     * The currencies of ISO 4217, past ones too, straight from the JDK: what a host registers elsewhere changes none. Not
     * looked up through {@code Monetary}, which finds nothing on a thread whose context class loader does not see Moneta.
     */
    private static final class Iso {
        static final ImmutableMap<String, CurrencyUnit> CURRENCIES = Sets.immutable
                .withAll(new JDKCurrencyProvider()
                        .getCurrencies(CurrencyQueryBuilder.of().build()))
                .toImmutableMap(CurrencyUnit::getCurrencyCode, unit -> unit);
    }

    /**
     * The ISO 4217 currency with this code.
     *
     * @throws InvalidValueException {@code currency.unknown}
     */
    public static CurrencyUnit currency(String code) {
        CurrencyUnit currency = Iso.CURRENCIES.get(code);
        if (currency == null) {
            throw new InvalidValueException(
                    "CurrencyUnit", "code", "currency.unknown", "is not a known currency: " + code);
        }
        return currency;
    }

    /**
     * A unit of account outside ISO 4217: a commodity, a coin, a share, points. It is registered nowhere. Units are told
     * apart by code alone, so a host gives each code one number of decimals; that of an ISO 4217 currency is given.
     *
     * @param code 1 to 64 characters, no control characters, not blank
     * @param digits the decimals of its minor unit, 0 to 18, and for the code of an ISO 4217 currency none but its own
     * @throws InvalidValueException {@code currency.code-form} or {@code currency.digits}
     */
    public static CurrencyUnit unit(String code, int digits) {
        if (code.isBlank() || code.length() > 64 || !Texts.isLabel(code)) {
            throw new InvalidValueException(
                    "CurrencyUnit",
                    "code",
                    "currency.code-form",
                    "must have 1 to 64 characters and no control characters");
        }
        if (digits < 0 || digits > MAX_DIGITS) {
            throw new InvalidValueException(
                    "CurrencyUnit", "digits", "currency.digits", "must be 0 to " + MAX_DIGITS + ": " + digits);
        }
        CurrencyUnit iso = Iso.CURRENCIES.get(code);
        if (iso != null) {
            checkDigits(iso, digits);
            return iso;
        }
        return CurrencyUnitBuilder.of(code, "erpkit")
                .setDefaultFractionDigits(digits)
                .build();
    }

    /**
     * An amount, exact, with as many decimals as the number has.
     *
     * @throws InvalidValueException {@code amount.overflow} for more than 76 digits before or after the point
     */
    public static MonetaryAmount of(BigDecimal number, CurrencyUnit currency) {
        if (hasTooManyDigits(number)) {
            BigDecimal stripped = number.stripTrailingZeros();
            if (hasTooManyDigits(stripped)) {
                throw tooManyDigits();
            }
            return of(stripped, currency);
        }
        try {
            return Money.of(number, currency, EXACT);
        } catch (ArithmeticException e) {
            throw tooManyDigits();
        }
    }

    private static boolean hasTooManyDigits(BigDecimal number) {
        return (long) number.precision() - number.scale() > MAX_PRECISION || number.scale() > MAX_PRECISION;
    }

    private static InvalidValueException tooManyDigits() {
        return new InvalidValueException(
                "MonetaryAmount", "amount", "amount.overflow", "must have at most " + MAX_PRECISION + " digits");
    }

    /**
     * An amount, exact, such as {@code of("5.10", "USD")}.
     *
     * @throws InvalidValueException {@code amount.form} when the text is not a decimal number
     */
    public static MonetaryAmount of(String number, String currency) {
        BigDecimal decimal;
        try {
            decimal = new BigDecimal(number);
        } catch (NumberFormatException e) {
            throw new InvalidValueException("MonetaryAmount", "amount", "amount.form", "is not a decimal number");
        }
        return of(decimal, currency(currency));
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
        // the number of a Money is at hand; the general way looks up a converter for each call
        return amount instanceof Money money
                ? money.getNumberStripped()
                : amount.getNumber().numberValueExact(BigDecimal.class);
    }

    /**
     * The amount in minor units of its currency, exact.
     *
     * @throws InvalidValueException {@code amount.too-many-decimals}, {@code amount.overflow}, or {@code currency.digits}
     *     when the amount's unit gives an ISO 4217 currency other decimals, as a host's registry can
     */
    public static long minor(MonetaryAmount amount) {
        CurrencyUnit currency = amount.getCurrency();
        // a unit of the JDK has the right ones
        if (!(currency instanceof JDKCurrencyAdapter)) {
            CurrencyUnit iso = Iso.CURRENCIES.get(currency.getCurrencyCode());
            if (iso != null) {
                checkDigits(iso, digits(currency));
            }
        }
        return minor(decimal(amount), currency);
    }

    /** Minor units of one code must be of one size, or an amount is taken for a hundred times as much. */
    private static void checkDigits(CurrencyUnit iso, int digits) {
        if (digits(iso) != digits) {
            throw new InvalidValueException(
                    "CurrencyUnit",
                    "digits",
                    "currency.digits",
                    iso.getCurrencyCode() + " has " + digits(iso) + " decimals by ISO 4217, not " + digits);
        }
    }

    static long minor(BigDecimal number, CurrencyUnit currency) {
        int digits = digits(currency);
        int missing = digits - number.scale();
        if (missing >= 0 && missing <= MAX_DIGITS && number.precision() <= MAX_DIGITS) {
            // at scale 0 the number hands out its digits as they are, without a BigInteger between
            long unscaled = number.scaleByPowerOfTen(number.scale()).longValue();
            long factor = PowersOfTen.of(missing);
            long minor = unscaled * factor;
            if (Math.multiplyHigh(unscaled, factor) == minor >> 63) {
                return minor;
            }
        }
        return minorOfAnySize(number, currency, digits);
    }

    private static long minorOfAnySize(BigDecimal number, CurrencyUnit currency, int digits) {
        BigDecimal stripped = number.stripTrailingZeros();
        if (stripped.scale() > digits) {
            throw new InvalidValueException(
                    "MonetaryAmount",
                    "amount",
                    "amount.too-many-decimals",
                    currency.getCurrencyCode() + " has " + digits + " decimals; round with a named policy first");
        }
        // told by size first: a number such as 1E+999999999 is never written out
        if ((long) stripped.precision() - stripped.scale() + digits <= 19) {
            BigInteger minor =
                    stripped.setScale(digits, RoundingMode.UNNECESSARY).unscaledValue();
            if (minor.bitLength() <= 63) {
                return minor.longValue();
            }
        }
        throw new InvalidValueException(
                "MonetaryAmount", "amount", "amount.overflow", "does not fit 63 bits of minor units");
    }

    /**
     * The amount with the other sign, exact. {@link MonetaryAmount#negate()} of a Moneta amount, and so its {@code abs()},
     * falls back to the context that the host's class path configures and may round: use these instead.
     */
    public static MonetaryAmount negate(MonetaryAmount amount) {
        return of(decimal(amount).negate(), amount.getCurrency());
    }

    /** The amount without its sign, exact. */
    public static MonetaryAmount abs(MonetaryAmount amount) {
        return of(decimal(amount).abs(), amount.getCurrency());
    }

    /**
     * Any host's amount as one of ours, exact, and so is its currency unit; the same amount when it is ours already.
     *
     * @throws InvalidValueException {@code amount.overflow}, or as {@link #unit} for a unit out of bounds
     */
    public static MonetaryAmount normalise(MonetaryAmount amount) {
        CurrencyUnit unit = amount.getCurrency();
        CurrencyUnit ours = normalise(unit);
        return isOurs(amount) && ours.getClass() == unit.getClass() ? amount : of(decimal(amount), ours);
    }

    @SuppressWarnings(
            "ReferenceEquality") // our amounts carry this very context; comparing its map costs more than a copy
    private static boolean isOurs(MonetaryAmount amount) {
        return amount instanceof Money money && money.getContext() == EXACT;
    }

    /**
     * Our unit for any host's, whose kind of unit may not think itself equal to ours: the code is what tells.
     *
     * @throws InvalidValueException as {@link #unit} for a unit out of bounds
     */
    public static CurrencyUnit normalise(CurrencyUnit unit) {
        // a unit of the JDK is ours
        return unit instanceof JDKCurrencyAdapter ? unit : unit(unit.getCurrencyCode(), digits(unit));
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
