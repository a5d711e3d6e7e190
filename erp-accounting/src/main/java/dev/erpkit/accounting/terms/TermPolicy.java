package dev.erpkit.accounting.terms;

import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.value.InvalidValueException;

/**
 * The choices that decide the figures of instalments, frozen into a document by {@link #text}.
 *
 * @param split who bears what rounding leaves
 * @param rounding how a line is rounded by itself, under {@code rest-line} and {@code last-line}
 * @param remainder who gets the units that are left, under {@code allocated}; and the base amounts of every split
 * @param excess what becomes of fixed amounts beyond the total
 */
public record TermPolicy(TermSplit split, RoundingPolicy rounding, RemainderRule remainder, FixedExcess excess) {
    private static final RoundingPolicy HALF_UP = RoundingPolicy.toCurrency(RoundingRule.HALF_UP);

    /** Allocated by largest remainder; fixed amounts beyond the total are refused. */
    public static TermPolicy standard() {
        return of(TermSplit.ALLOCATED);
    }

    /** A split with half up to the minor unit and largest remainder; fixed amounts beyond the total are refused. */
    public static TermPolicy of(TermSplit split) {
        return new TermPolicy(split, HALF_UP, RemainderRule.LARGEST_REMAINDER, FixedExcess.REFUSE);
    }

    /** The same choices with another rounding, such as to the unit of cash. */
    public TermPolicy rounded(RoundingPolicy other) {
        return new TermPolicy(split, other, remainder, excess);
    }

    /** The same choices with another remainder rule. */
    public TermPolicy leaving(RemainderRule other) {
        return new TermPolicy(split, rounding, other, excess);
    }

    /** The same choices where fixed amounts beyond the total are cut down to it. */
    public TermPolicy capped() {
        return new TermPolicy(split, rounding, remainder, FixedExcess.CAP);
    }

    /** The stable text, such as {@code allocated/half-up:currency/largest-remainder/refuse}. */
    public String text() {
        return String.join("/", split.text(), rounding.name(), remainder.text(), excess.text());
    }

    /**
     * The choices with this stable text.
     *
     * @throws InvalidValueException {@code terms.policy}, or of the names within
     */
    public static TermPolicy parse(String text) {
        String[] names = text.split("/", -1);
        if (names.length != 4) {
            throw new InvalidValueException(
                    "TermPolicy", "text", "terms.policy", "must name split, rounding, remainder and excess");
        }
        return new TermPolicy(
                TermSplit.parse(names[0]),
                RoundingPolicy.parse(names[1]),
                RemainderRule.parse(names[2]),
                FixedExcess.parse(names[3]));
    }
}
