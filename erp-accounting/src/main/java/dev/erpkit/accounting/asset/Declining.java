package dev.erpkit.accounting.asset;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rate of the book value at the start of the year or period; the last row takes the rest. With a switch, from the year or
 * period on in which straight line gives more, it is straight line.
 *
 * @param rate a part of the book value, or of it divided by the years of the life when {@code ofLife}
 * @param ofLife whether the rate is a multiple of one divided by the years of the life, such as 2 for double declining
 * @param renewal whether the rate is that of a year or of a period
 * @param then what straight line is compared with
 */
record Declining(Rational rate, boolean ofLife, Renewal renewal, Then then) implements DepreciationMethod {
    private static final Pattern FORM = Pattern.compile(
            "declining:(x?)([0-9]{1,9}(?:\\.[0-9]{1,9})?)/(year|period)(\\+straight-line(?:-on-cost)?)?");

    /** What may take over. */
    enum Then {
        NOTHING(""),
        /** What is left over what is left of the life. */
        OVER_REST("+straight-line"),
        /** The whole amount over the whole life. */
        ON_COST("+straight-line-on-cost");

        private final String text;

        Then(String text) {
            this.text = text;
        }
    }

    static Optional<DepreciationMethod> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        Rational rate = Rational.of(new BigDecimal(form.group(2)));
        boolean ofLife = !form.group(1).isEmpty();
        if (rate.signum() <= 0 || (!ofLife && rate.compareTo(Rational.ONE) > 0)) {
            throw new InvalidValueException(
                    "Declining", "rate", "asset.rate", "must be above 0 and at most 1 but is " + form.group(2));
        }
        String suffix = form.group(4) == null ? "" : form.group(4);
        Then then = suffix.isEmpty() ? Then.NOTHING : suffix.equals(Then.ON_COST.text) ? Then.ON_COST : Then.OVER_REST;
        Renewal renewal = form.group(3).equals("year") ? Renewal.YEAR : Renewal.PERIOD;
        return Optional.of(new Declining(rate, ofLife, renewal, then));
    }

    @Override
    public String text() {
        String number = rate.exactDecimal().orElseThrow().toPlainString();
        return "declining:" + (ofLife ? "x" : "") + number + (renewal == Renewal.YEAR ? "/year" : "/period")
                + then.text;
    }

    @Override
    public Part between(Progress progress, long from, long to) {
        Part declining = declining(progress, from, to);
        return switch (then) {
            case NOTHING -> declining;
            case OVER_REST ->
                larger(
                        declining,
                        progress.base() - progress.residual(),
                        from,
                        to,
                        progress.life() - progress.baseTick());
            case ON_COST -> larger(declining, progress.basis(), from, to, progress.basisTicks());
        };
    }

    private Part declining(Progress progress, long from, long to) {
        long unit = renewal == Renewal.YEAR ? progress.year() : progress.period();
        long numerator = Math.multiplyExact(rate.numerator().longValueExact(), to - from);
        long denominator = Math.multiplyExact(rate.denominator().longValueExact(), unit);
        return ofLife
                ? new Part(
                        progress.base(),
                        Math.multiplyExact(numerator, 12L),
                        Math.multiplyExact(denominator, progress.lifeMonths()))
                : new Part(progress.base(), numerator, denominator);
    }

    private static Part larger(Part declining, long base, long from, long to, long ticks) {
        if (ticks <= 0) {
            return declining;
        }
        Part straight = new Part(base, to - from, ticks);
        return exact(straight, declining.denominator()).compareTo(exact(declining, ticks)) > 0 ? straight : declining;
    }

    private static BigInteger exact(Part part, long times) {
        return BigInteger.valueOf(part.base())
                .multiply(BigInteger.valueOf(part.numerator()))
                .multiply(BigInteger.valueOf(times));
    }
}
