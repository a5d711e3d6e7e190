package dev.erpkit.accounting.ratio;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trace.TraceStep;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * A ratio of a statement.
 *
 * @param ratio its definition
 * @param currency the currency of the statement
 * @param inputs the rows that went in, in minor units, and {@code days}
 * @param value the exact value: a fraction, days, or minor units; empty when the formula divides by zero
 */
public record RatioValue(
        Ratio ratio, CurrencyUnit currency, ImmutableSortedMap<String, Rational> inputs, Optional<Rational> value) {
    /** Tells whether there is a value. */
    public boolean isDefined() {
        return value.isPresent();
    }

    /** The value as it is told, rounded to the decimals of its definition: per cent, times, days or major units. */
    public Optional<BigDecimal> rounded() {
        RoundingPolicy rounding = RoundingPolicy.to(ratio.decimals(), RoundingRule.HALF_UP);
        return value.map(this::scaled).map(rounding::round);
    }

    private Rational scaled(Rational exact) {
        return switch (ratio.unit()) {
            case PERCENT -> exact.multiply(Rational.of(100));
            case TIMES, DAYS -> exact;
            case MONEY -> exact.multiply(Rational.of(BigDecimal.ONE.scaleByPowerOfTen(-Amounts.digits(currency))));
        };
    }

    /** The value as text, such as {@code 152.3 %}; {@code undefined} when it divides by zero. */
    public String text() {
        String unit = switch (ratio.unit()) {
            case PERCENT -> " %";
            case TIMES -> "";
            case DAYS -> " days";
            case MONEY -> " " + currency.getCurrencyCode();
        };
        return rounded().map(number -> number.toPlainString() + unit).orElse("undefined");
    }

    /** How it came to be. */
    public TraceStep trace() {
        TraceStep step = TraceStep.of("ratio." + ratio.id(), text())
                .with("formula", ratio.formula())
                .with("exact", value.map(Rational::toString).orElse("undefined: divides by zero"));
        for (Map.Entry<String, Rational> input : inputs.castToSortedMap().entrySet()) {
            step = step.with("input " + input.getKey(), input.getValue());
        }
        return step;
    }
}
