package dev.erpkit.core.money;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * How a figure is rounded: a rule and a unit, under a stable name that documents keep. The result is always a multiple of
 * the unit; rounding again changes nothing, and the larger of two figures never rounds to the smaller result.
 *
 * <table>
 * <caption>Names</caption>
 * <tr><th>{@code half-up:2}</th><td>to 2 decimals, middle away from zero</td></tr>
 * <tr><th>{@code half-even:currency}</th><td>to the decimals of the amount's currency</td></tr>
 * <tr><th>{@code truncate:-2}</th><td>to whole hundreds, towards zero</td></tr>
 * <tr><th>{@code half-up:step-0.05}</th><td>to multiples of 0.05, as cash in Switzerland</td></tr>
 * <tr><th>{@code 50-sen-and-under-down}</th><td>see {@link #fiftySenAndUnderDown()}</td></tr>
 * </table>
 */
public final class RoundingPolicy {
    private static final String CURRENCY = "currency";
    private static final String STEP = "step-";
    private static final RoundingPolicy FIFTY_SEN =
            new RoundingPolicy("50-sen-and-under-down", RoundingRule.HALF_DOWN, BigDecimal.ONE);

    private final String name;
    private final RoundingRule rule;

    /** Null for the minor unit of whatever currency is rounded. */
    private final @Nullable BigDecimal unit;

    /** The unit is {@code significand * 10^-scale}. */
    private final long significand;

    private final int scale;

    private RoundingPolicy(String name, RoundingRule rule, @Nullable BigDecimal unit) {
        this.name = name;
        this.rule = rule;
        this.unit = unit;
        BigDecimal stripped = unit == null ? BigDecimal.ONE : unit.stripTrailingZeros();
        this.significand = stripped.unscaledValue().longValueExact();
        this.scale = stripped.scale();
    }

    /**
     * To a number of decimals; negative ones are whole tens, hundreds and so on.
     *
     * @param decimals -18 to 18
     * @throws InvalidValueException {@code rounding.unit}
     */
    public static RoundingPolicy to(int decimals, RoundingRule rule) {
        if (outOfBounds(decimals)) {
            throw invalidUnit("decimals must be -18 to 18: " + decimals);
        }
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-decimals);
        return new RoundingPolicy(rule.text() + ":" + decimals, rule, unit);
    }

    /** To the minor unit of the currency of each amount: 0 decimals for yen, 2 for dollars, 3 for Kuwaiti dinars. */
    public static RoundingPolicy toCurrency(RoundingRule rule) {
        return new RoundingPolicy(rule.text() + ":" + CURRENCY, rule, null);
    }

    /**
     * To multiples of a step, such as 0.05.
     *
     * @param step above zero, at most 18 digits and 18 decimals
     * @throws InvalidValueException {@code rounding.unit}
     */
    public static RoundingPolicy toStep(BigDecimal step, RoundingRule rule) {
        BigDecimal stripped = step.stripTrailingZeros();
        if (step.signum() <= 0 || stripped.precision() > PowersOfTen.MAX || outOfBounds(stripped.scale())) {
            throw invalidUnit("step must be above zero with at most 18 digits and 18 decimals");
        }
        return stripped.unscaledValue().equals(BigInteger.ONE)
                ? to(stripped.scale(), rule)
                : new RoundingPolicy(rule.text() + ":" + STEP + stripped.toPlainString(), rule, stripped);
    }

    /**
     * To whole yen: a fraction of 0.50 or less is dropped, above 0.50 goes up. The employee's share of social insurance
     * that is deducted from pay in Japan. It follows from article 3 of the Act on Currency Units and Issuance of Coins (Act
     * 42 of 1987): the pay that is left to hand over rounds 50 sen up, so what was deducted rounds 50 sen down.
     */
    public static RoundingPolicy fiftySenAndUnderDown() {
        return FIFTY_SEN;
    }

    /**
     * The policy with this name.
     *
     * @throws InvalidValueException {@code rounding.unknown}, or {@code rounding.unit} for a unit out of bounds
     */
    public static RoundingPolicy parse(String name) {
        if (name.equals(FIFTY_SEN.name)) {
            return FIFTY_SEN;
        }
        for (RoundingRule rule : RoundingRule.values()) {
            if (name.startsWith(rule.text() + ":")) {
                return parse(name, rule, name.substring(rule.text().length() + 1));
            }
        }
        throw unknown(name);
    }

    private static RoundingPolicy parse(String name, RoundingRule rule, String unit) {
        try {
            if (unit.equals(CURRENCY)) {
                return toCurrency(rule);
            }
            return unit.startsWith(STEP)
                    ? toStep(new BigDecimal(unit.substring(STEP.length())), rule)
                    : to(Integer.parseInt(unit), rule);
        } catch (NumberFormatException e) {
            throw unknown(name);
        }
    }

    /** The stable name, which {@link #parse} reads. */
    public String name() {
        return name;
    }

    /** The policy with its unit fixed to the decimals of a currency, or the same one when it names its unit itself. */
    public RoundingPolicy in(CurrencyUnit currency) {
        return unit == null ? to(Amounts.digits(currency), rule) : this;
    }

    /**
     * Rounds a number.
     *
     * @throws InvalidValueException {@code rounding.needs-currency} when the unit is that of a currency: see {@link #in}
     */
    public BigDecimal round(BigDecimal exact) {
        if (unit == null) {
            throw needsCurrency();
        }
        BigDecimal rounded = significand == 1
                ? exact.setScale(scale, rule.mode())
                : exact.divide(unit, 0, rule.mode()).multiply(unit);
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /**
     * Rounds a fraction.
     *
     * @throws InvalidValueException {@code rounding.needs-currency} when the unit is that of a currency: see {@link #in}
     */
    public BigDecimal round(Rational exact) {
        if (unit == null) {
            throw needsCurrency();
        }
        BigDecimal multiple = new BigDecimal(exact.numerator())
                .divide(new BigDecimal(exact.denominator()).multiply(unit), 0, rule.mode());
        BigDecimal rounded = multiple.multiply(unit);
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** Rounds an amount in its currency. */
    public MonetaryAmount round(MonetaryAmount exact) {
        return Amounts.of(in(exact.getCurrency()).round(Amounts.decimal(exact)), exact.getCurrency());
    }

    /**
     * Rounds an exact number of minor units, given as a fraction, to minor units: {@code minor(1999, 10, JPY)} under
     * {@code half-up:currency} is 200 yen.
     *
     * @param numerator minor units, times the denominator
     * @param denominator above zero
     * @throws InvalidValueException {@code rounding.finer-than-minor} when the unit is no whole number of minor units,
     *     {@code rounding.denominator}, or {@code amount.overflow}
     */
    public long minor(long numerator, long denominator, CurrencyUnit currency) {
        return minor(numerator, denominator, Amounts.digits(currency));
    }

    /**
     * The same for whoever has the decimals of the currency at hand.
     *
     * @param digits the decimals of the minor unit: see {@link Amounts#digits}
     * @throws InvalidValueException as there
     */
    public long minor(long numerator, long denominator, int digits) {
        long grain = grain(digits);
        if (grain == 1 && denominator > 0) {
            return rule.divide(numerator, denominator);
        }
        long divisor = denominator * grain;
        if (denominator > 0 && Math.multiplyHigh(denominator, grain) == 0 && divisor > 0) {
            return times(rule.divide(numerator, divisor), grain);
        }
        return minor(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator), digits);
    }

    /**
     * Rounds an exact number of minor units of any size: see {@link #minor(long, long, CurrencyUnit)}.
     *
     * @throws InvalidValueException as there
     */
    public long minor(BigInteger numerator, BigInteger denominator, CurrencyUnit currency) {
        return minor(numerator, denominator, Amounts.digits(currency));
    }

    private long minor(BigInteger numerator, BigInteger denominator, int digits) {
        if (denominator.signum() <= 0) {
            throw new InvalidValueException(
                    "RoundingPolicy", "denominator", "rounding.denominator", "must be above zero: " + denominator);
        }
        long grain = grain(digits);
        BigInteger multiple = new BigDecimal(numerator)
                .divide(new BigDecimal(denominator.multiply(BigInteger.valueOf(grain))), 0, rule.mode())
                .unscaledValue();
        if (multiple.bitLength() > 63) {
            throw overflow();
        }
        return times(multiple.longValue(), grain);
    }

    /**
     * The rounded share {@code numerator / denominator} of an amount in minor units, such as the tax of 10 / 100 on a base;
     * the product may exceed a {@code long}, the result must not.
     *
     * @throws InvalidValueException as {@link #minor(long, long, CurrencyUnit)}
     */
    public long share(long minor, long numerator, long denominator, CurrencyUnit currency) {
        return share(minor, numerator, denominator, Amounts.digits(currency));
    }

    /**
     * The same for whoever has the decimals of the currency at hand.
     *
     * @param digits the decimals of the minor unit: see {@link Amounts#digits}
     * @throws InvalidValueException as there
     */
    public long share(long minor, long numerator, long denominator, int digits) {
        long product = minor * numerator;
        boolean exact = Math.multiplyHigh(minor, numerator) == product >> 63;
        if (exact && denominator > 0 && isMinorUnit(digits)) {
            return rule.divide(product, denominator);
        }
        return exact ? minor(product, denominator, digits) : large(minor, numerator, denominator, digits);
    }

    private long large(long minor, long numerator, long denominator, int digits) {
        return minor(
                BigInteger.valueOf(minor).multiply(BigInteger.valueOf(numerator)),
                BigInteger.valueOf(denominator),
                digits);
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof RoundingPolicy other && name.equals(other.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }

    private static boolean outOfBounds(int decimals) {
        return decimals < -PowersOfTen.MAX || decimals > PowersOfTen.MAX;
    }

    private boolean isMinorUnit(int digits) {
        return unit == null || (significand == 1 && scale == digits);
    }

    /** The unit in minor units of so many decimals. */
    private long grain(int digits) {
        if (unit == null) {
            return 1;
        }
        int power = digits - scale;
        if (power == 0) {
            return significand;
        }
        if (power < 0) {
            throw new InvalidValueException(
                    "RoundingPolicy",
                    "unit",
                    "rounding.finer-than-minor",
                    name + " does not give whole minor units, which have " + digits + " decimals");
        }
        if (power > PowersOfTen.MAX) {
            throw overflow();
        }
        return times(significand, PowersOfTen.of(power));
    }

    private static long times(long multiple, long grain) {
        long product = multiple * grain;
        if (Math.multiplyHigh(multiple, grain) != product >> 63) {
            throw overflow();
        }
        return product;
    }

    private static InvalidValueException overflow() {
        return new InvalidValueException(
                "MonetaryAmount", "amount", "amount.overflow", "does not fit 63 bits of minor units");
    }

    private static InvalidValueException invalidUnit(String message) {
        return new InvalidValueException("RoundingPolicy", "unit", "rounding.unit", message);
    }

    private static InvalidValueException unknown(String name) {
        return new InvalidValueException(
                "RoundingPolicy", "name", "rounding.unknown", "is not the name of a rounding policy: " + name);
    }

    private InvalidValueException needsCurrency() {
        return new InvalidValueException(
                "RoundingPolicy", "unit", "rounding.needs-currency", name + " needs a currency to know its decimals");
    }
}
