package dev.erpkit.inventory.valuation;

import dev.erpkit.core.money.Allocator;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import org.eclipse.collections.api.list.ImmutableList;

/** How an amount is shared by weights without losing a minor unit. */
public enum ShareRule {
    /**
     * A share differs from the exact one by less than a unit, and shares of equal weights by one at most; the first of equals
     * get more.
     */
    LARGEST_REMAINDER("largest-remainder"),
    /**
     * Each share half up, no more than is left, and the last with a weight takes all that is left: it may be off by half a
     * unit for each of the others. ERPNext shares so, and {@link ValuationPolicy#of}; take {@link #LARGEST_REMAINDER} where
     * very many share an amount and none may be off by a unit.
     */
    REMAINDER_TO_LAST("remainder-to-last"),
    /** Each share is the difference of two sums half up: no sum of the first shares is off by more than half a unit. */
    CUMULATIVE("cumulative");

    private final String text;

    ShareRule(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code largest-remainder}. */
    public String text() {
        return text;
    }

    /**
     * The constant with this stable name.
     *
     * @throws InvalidValueException {@code stock.unknown-name}
     */
    public static ShareRule parse(String text) {
        return Names.parse(values(), ShareRule::text, "ShareRule", text);
    }

    /**
     * Shares an amount of minor units.
     *
     * @param weights zero or more, not all zero
     */
    public long[] split(long total, ImmutableList<Rational> weights) {
        return switch (this) {
            case LARGEST_REMAINDER -> Allocator.allocate(total, weights, RemainderRule.LARGEST_REMAINDER);
            case REMAINDER_TO_LAST, CUMULATIVE -> rounded(total, weights);
        };
    }

    private long[] rounded(long total, ImmutableList<Rational> weights) {
        Rational all = weights.injectInto(Rational.ZERO, Rational::add);
        Rational before = Rational.ZERO;
        long[] parts = new long[weights.size()];
        long given = 0;
        int last = weights.detectLastIndex(weight -> weight.signum() > 0);
        for (int i = 0; i <= last; i++) {
            Rational through = before.add(weights.get(i));
            long left = Math.subtractExact(total, given);
            long part = this == CUMULATIVE
                    ? Shares.part(total, through, all) - Shares.part(total, before, all)
                    : Shares.part(total, weights.get(i), all);
            boolean tooMuch = Long.compareUnsigned(Math.abs(part), Math.abs(left)) > 0;
            parts[i] = i == last || tooMuch ? left : part;
            given = Math.addExact(given, parts[i]);
            before = through;
        }
        return parts;
    }
}
