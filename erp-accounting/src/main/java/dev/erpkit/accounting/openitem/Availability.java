package dev.erpkit.accounting.openitem;

import dev.erpkit.core.money.RoundingPolicy;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What a match of a given day may consume of an item: what is open on that day and on every later one, because matches may
 * be recorded in another order than they take effect.
 */
final class Availability {
    private final OpenItem item;

    /** The different residuals from the day on; the last one holds when every match has taken effect. */
    private final ImmutableList<Residual> steps;

    Availability(ItemHistory history, LocalDate day) {
        this.item = history.item();
        this.steps = history.from(day);
    }

    OpenItem item() {
        return item;
    }

    /** The amount that may be consumed, without sign. */
    long amount() {
        return steps.collectLong(step -> Math.abs(step.amountMinor())).min();
    }

    /** The base amount that may be consumed, without sign. */
    long base() {
        return steps.collectLong(step -> Math.abs(step.baseMinor())).min();
    }

    /** Tells whether something of the item stays open on every day when that much of it, without sign, is consumed. */
    boolean leavesOpen(long amount) {
        return amount() > amount;
    }

    /**
     * The base that goes with an amount, both without sign. What stays open keeps the item's original proportion, rounded;
     * what leaves nothing open takes all base that is left.
     *
     * @return empty when the days from the match on ask for different figures
     */
    OptionalLong baseOf(long amount, RoundingPolicy rounding) {
        ImmutableList<Residual> settled = steps.select(step -> Math.abs(step.amountMinor()) == amount);
        long base;
        if (settled.isEmpty()) {
            Residual left = steps.getLast();
            long kept = original(Math.abs(left.amountMinor()) - amount, rounding);
            base = Math.max(0, Math.abs(left.baseMinor()) - kept);
        } else {
            base = Math.abs(settled.getFirst().baseMinor());
            if (settled.anySatisfy(step -> Math.abs(step.baseMinor()) != base)) {
                return OptionalLong.empty();
            }
        }
        return base <= base() ? OptionalLong.of(base) : OptionalLong.empty();
    }

    /** The share of the original base that an amount has, both without sign. */
    private long original(long amount, RoundingPolicy rounding) {
        if (item.currency().equals(item.baseCurrency())) {
            return amount;
        }
        return rounding.share(Math.abs(item.baseMinor()), amount, Math.abs(item.amountMinor()), item.baseCurrency());
    }
}
