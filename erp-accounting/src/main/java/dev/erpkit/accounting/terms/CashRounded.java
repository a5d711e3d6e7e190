package dev.erpkit.accounting.terms;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.RoleAmount;
import java.util.OptionalInt;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A total in cash.
 *
 * @param total what is to be paid
 * @param difference by how much that is more than the exact total
 * @param tax the place of the tax that the difference changes, -1 when it goes on a line of its own
 */
public record CashRounded(MonetaryAmount total, MonetaryAmount difference, int tax) {
    /** The role of what a claim grew or a debt shrank by. */
    public static final String GAIN = "cash-rounding-gain";

    /** The role of what a claim shrank or a debt grew by. */
    public static final String LOSS = "cash-rounding-loss";

    /** The place of the tax that changes. */
    public OptionalInt changedTax() {
        return tax < 0 ? OptionalInt.empty() : OptionalInt.of(tax);
    }

    /** The taxes as they become, by the same places. */
    public ImmutableList<MonetaryAmount> taxes(ImmutableList<MonetaryAmount> before) {
        return before.collectWithIndex((amount, i) -> i == tax
                ? Amounts.ofMinor(Math.addExact(Amounts.minor(amount), Amounts.minor(difference)), amount.getCurrency())
                : amount);
    }

    /**
     * The line of its own, as an amount by role: above zero, {@code cash-rounding-gain} where it earns and
     * {@code cash-rounding-loss} where it costs; none when nothing changes or a tax does.
     *
     * @param claim whether the total is owed to us (a sale, where totals are positive), or by us
     */
    public ImmutableList<RoleAmount> amounts(boolean claim) {
        if (tax >= 0 || difference.isZero()) {
            return Lists.immutable.empty();
        }
        boolean gain = claim == difference.isPositive();
        return Lists.immutable.of(RoleAmount.of(gain ? GAIN : LOSS, Amounts.abs(difference)));
    }
}
