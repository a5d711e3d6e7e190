package dev.erpkit.core.quantity;

import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An exact fraction in lowest terms with a positive denominator, of any size. Numbers that fit two {@code long}s are
 * computed without big integers.
 *
 * <p>Turning it into a decimal with fewer digits is a decision: see {@code RoundingPolicy.round(Rational)}.
 */
public final class Rational implements Comparable<Rational> {
    /** Zero. */
    public static final Rational ZERO = new Rational(0, 1, null, null);

    /** One. */
    public static final Rational ONE = new Rational(1, 1, null, null);

    private static final Pattern FORM = Pattern.compile("-?[0-9]{1,200}(\\.[0-9]{1,200}|/[0-9]{1,200})?");

    /** Numbers beyond this power of ten are a slip of the pen, and would take seconds to write out. */
    private static final int MAX_SCALE = 1000;

    private final long num;
    private final long den;

    /** Both set where either does not fit a long, and both absent where they do, so that equal numbers have one form. */
    private final @Nullable BigInteger bigNum;

    private final @Nullable BigInteger bigDen;

    private Rational(long num, long den, @Nullable BigInteger bigNum, @Nullable BigInteger bigDen) {
        this.num = num;
        this.den = den;
        this.bigNum = bigNum;
        this.bigDen = bigDen;
    }

    /** A whole number. */
    public static Rational of(long number) {
        return new Rational(number, 1, null, null);
    }

    /**
     * A fraction.
     *
     * @throws InvalidValueException {@code rational.zero-denominator}
     */
    public static Rational of(long numerator, long denominator) {
        if (denominator <= 0 || numerator == Long.MIN_VALUE) {
            return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
        }
        long gcd = gcd(Math.abs(numerator), denominator);
        return new Rational(numerator / gcd, denominator / gcd, null, null);
    }

    /**
     * A fraction of any size.
     *
     * @throws InvalidValueException {@code rational.zero-denominator}
     */
    public static Rational of(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw new InvalidValueException(
                    "Rational", "denominator", "rational.zero-denominator", "must not be zero: nothing divides by it");
        }
        BigInteger gcd = numerator.gcd(denominator);
        BigInteger by = denominator.signum() < 0 ? gcd.negate() : gcd;
        BigInteger n = numerator.divide(by);
        BigInteger d = denominator.divide(by);
        return n.bitLength() < 64 && d.bitLength() < 64
                ? new Rational(n.longValue(), d.longValue(), null, null)
                : new Rational(0, 0, n, d);
    }

    /**
     * The exact value of a decimal number.
     *
     * @throws InvalidValueException {@code rational.form} beyond a thousand decimals or zeros
     */
    public static Rational of(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MAX_SCALE) {
            throw new InvalidValueException(
                    "Rational",
                    "scale",
                    "rational.form",
                    "must have a scale between -1000 and 1000: " + number.scale());
        }
        return number.scale() <= 0
                ? of(number.toBigIntegerExact(), BigInteger.ONE)
                : of(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
    }

    /**
     * Reads {@code 3}, {@code 2.5} or {@code 1/3}, with a leading minus for less than zero.
     *
     * @throws InvalidValueException {@code rational.form} or {@code rational.zero-denominator}
     */
    public static Rational parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new InvalidValueException(
                    "Rational", "text", "rational.form", "must look like 3, 2.5 or 1/3, up to 200 digits a part");
        }
        int slash = text.indexOf('/');
        return slash < 0
                ? of(new BigDecimal(text))
                : of(new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
    }

    /** The numerator, which carries the sign. */
    public BigInteger numerator() {
        return bigNum == null ? BigInteger.valueOf(num) : bigNum;
    }

    /** The denominator, positive. */
    public BigInteger denominator() {
        return bigDen == null ? BigInteger.valueOf(den) : bigDen;
    }

    /** Whether numerator and denominator both fit a {@code long}: see {@link #longNumerator} and {@link #longDenominator}. */
    public boolean fitsLongs() {
        return isSmall();
    }

    /**
     * The numerator without a big integer, for inner loops.
     *
     * @throws ArithmeticException unless {@link #fitsLongs}
     */
    public long longNumerator() {
        return bigNum == null ? num : bigNum.longValueExact();
    }

    /**
     * The denominator without a big integer, for inner loops.
     *
     * @throws ArithmeticException unless {@link #fitsLongs}
     */
    public long longDenominator() {
        return bigDen == null ? den : bigDen.longValueExact();
    }

    /** The sum. */
    public Rational add(Rational other) {
        if (isSmall() && other.isSmall()) {
            long left = num * other.den;
            long right = other.num * den;
            long sum = left + right;
            long product = den * other.den;
            boolean exact = fits(num, other.den, left)
                    && fits(other.num, den, right)
                    && ((left ^ sum) & (right ^ sum)) >= 0
                    && fits(den, other.den, product);
            if (exact) {
                return of(sum, product);
            }
        }
        BigInteger d = denominator();
        BigInteger otherD = other.denominator();
        return of(numerator().multiply(otherD).add(other.numerator().multiply(d)), d.multiply(otherD));
    }

    /** The difference. */
    public Rational subtract(Rational other) {
        return add(other.negate());
    }

    /** The product. */
    public Rational multiply(Rational other) {
        if (isSmall() && other.isSmall()) {
            long n = num * other.num;
            long d = den * other.den;
            if (fits(num, other.num, n) && fits(den, other.den, d)) {
                return of(n, d);
            }
        }
        return of(numerator().multiply(other.numerator()), denominator().multiply(other.denominator()));
    }

    /**
     * The quotient.
     *
     * @throws InvalidValueException {@code rational.zero-denominator}
     */
    public Rational divide(Rational other) {
        return multiply(other.reciprocal());
    }

    /**
     * One divided by this number.
     *
     * @throws InvalidValueException {@code rational.zero-denominator}
     */
    public Rational reciprocal() {
        return isSmall() && num > 0 ? new Rational(den, num, null, null) : of(denominator(), numerator());
    }

    /** The number with the other sign. */
    public Rational negate() {
        return isSmall() && num != Long.MIN_VALUE
                ? new Rational(-num, den, null, null)
                : of(numerator().negate(), denominator());
    }

    /** The number without its sign. */
    public Rational abs() {
        return signum() < 0 ? negate() : this;
    }

    /** -1, 0 or 1, as the number is below, at or above zero. */
    public int signum() {
        return bigNum == null ? Long.signum(num) : bigNum.signum();
    }

    /** Tells whether the number is zero. */
    public boolean isZero() {
        return signum() == 0;
    }

    /** Tells whether the number is whole. */
    public boolean isWhole() {
        return bigDen == null ? den == 1 : bigDen.equals(BigInteger.ONE);
    }

    /** The number as a decimal where that is exact, else nothing: a third has no end. */
    public Optional<BigDecimal> exactDecimal() {
        try {
            return Optional.of(new BigDecimal(numerator()).divide(new BigDecimal(denominator())));
        } catch (ArithmeticException endless) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(Rational other) {
        if (isSmall() && other.isSmall()) {
            long left = num * other.den;
            long right = other.num * den;
            if (fits(num, other.den, left) && fits(other.num, den, right)) {
                return Long.compare(left, right);
            }
        }
        return numerator()
                .multiply(other.denominator())
                .compareTo(other.numerator().multiply(denominator()));
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof Rational other
                && num == other.num
                && den == other.den
                && numerator().equals(other.numerator())
                && denominator().equals(other.denominator());
    }

    @Override
    public int hashCode() {
        return bigNum == null ? Long.hashCode(num) * 31 + Long.hashCode(den) : bigNum.hashCode() * 31 + 1;
    }

    /** The canonical text, which {@link #parse} reads: {@code 3}, {@code -5/2}, {@code 1/3}. */
    @Override
    public String toString() {
        return isWhole() ? numerator().toString() : numerator() + "/" + denominator();
    }

    private boolean isSmall() {
        return bigNum == null;
    }

    private static boolean fits(long a, long b, long product) {
        return Math.multiplyHigh(a, b) == product >> 63;
    }

    private static long gcd(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }
}
