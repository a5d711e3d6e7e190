package dev.erpkit.hr.japan.labour;

import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What working time beyond the regular costs in a month, in yen: one line for each kind of time and one for the night, each
 * rounded once.
 *
 * @param lines in the order of the kinds; those without hours are left out
 */
public record PremiumPay(ImmutableList<Line> lines) {
    /**
     * One line of premium pay.
     *
     * @param name the kind of time, or {@code night}
     * @param hours the hours, exactly
     * @param percent what an hour costs in percent of the base; of the night the premium alone
     * @param yen what it comes to
     * @param trace how
     */
    public record Line(String name, Rational hours, int percent, long yen, TraceStep trace) {
        /** Without figures, which are pay. */
        @Override
        public String toString() {
            return "Line[" + name + "]";
        }
    }

    /**
     * The pay for classified time.
     *
     * @param hourly the hourly base in yen, above zero ({@code labour.hourly})
     * @param rounding of each line; the law permits {@code half-up:0} (notice Kihatsu 150 of 1988) and any that gives more
     */
    public static PremiumPay of(ClassifiedTime time, Rational hourly, PremiumRates rates, RoundingPolicy rounding) {
        if (hourly.signum() <= 0) {
            throw new InvalidValueException("PremiumPay", "hourly", "labour.hourly", "must be above zero");
        }
        ImmutableList<Line> kinds = Lists.immutable
                .of(WorkKind.values())
                .reject(kind -> kind == WorkKind.REGULAR)
                .collect(kind ->
                        line(kind.text(), time.seconds(kind), rates.totalPercent(kind, false), hourly, rounding));
        Line night = line("night", time.nightSeconds(), rates.night(), hourly, rounding);
        return new PremiumPay(kinds.newWith(night).reject(line -> line.hours().isZero()));
    }

    private static Line line(String name, long seconds, int percent, Rational hourly, RoundingPolicy rounding) {
        Rational hours = ClassifiedTime.hours(seconds);
        Rational exact = hourly.multiply(hours).multiply(Rational.of(percent, 100));
        BigDecimal yen = rounding.round(exact);
        TraceStep trace = TraceStep.of("LSA art. 37 " + name, yen)
                .with("hourly", hourly)
                .with("hours", hours)
                .with("percent", percent)
                .with("exact", exact)
                .with("rounding", rounding.name());
        return new Line(name, hours, percent, yen.longValueExact(), trace);
    }

    /** The pay of a line in yen, zero where there is none. */
    public long yen(String name) {
        return lines.select(line -> line.name().equals(name)).sumOfLong(Line::yen);
    }

    /** All lines together. */
    public long total() {
        return lines.sumOfLong(Line::yen);
    }

    /** Without figures, which are pay. */
    @Override
    public String toString() {
        return "PremiumPay" + lines;
    }
}
