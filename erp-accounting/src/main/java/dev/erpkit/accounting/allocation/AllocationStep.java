package dev.erpkit.accounting.allocation;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One step of a cycle.
 *
 * @param name what people call it; told apart within the cycle
 * @param sender the coordinates of the pool; lines with further ones belong to it too and keep these
 * @param accounts the accounts of the pool
 * @param receivers who gets it
 * @param driver empty for the weights of the receivers; otherwise accounts whose movement in the period, on the
 *     coordinates of each receiver, is its weight (one below zero weighs nothing)
 */
public record AllocationStep(
        String name,
        Dimensions sender,
        ImmutableList<AccountId> accounts,
        ImmutableList<Receiver> receivers,
        ImmutableList<AccountId> driver) {
    /**
     * Who gets a part.
     *
     * @param dimensions coordinates that take the place of the sender's on their axes
     * @param weight a share, or a quantity such as heads or square metres; not below zero
     */
    public record Receiver(Dimensions dimensions, BigDecimal weight) {
        /** Checks the weight: {@code allocation.negative-weight}. */
        public Receiver {
            if (weight.signum() < 0) {
                throw new InvalidValueException(
                        "Receiver", "weight", "allocation.negative-weight", "must not be below zero");
            }
        }
    }

    /** A step without receivers yet. */
    public static AllocationStep of(String name, Dimensions sender, String... accounts) {
        return new AllocationStep(
                name,
                sender,
                Lists.immutable.with(accounts).collect(AccountId::of),
                Lists.immutable.empty(),
                Lists.immutable.empty());
    }

    /** The same step with one more receiver. */
    public AllocationStep to(Dimensions dimensions, String weight) {
        return new AllocationStep(
                name, sender, accounts, receivers.newWith(new Receiver(dimensions, new BigDecimal(weight))), driver);
    }

    /** The same step by the movement of accounts, whatever the weights of the receivers are. */
    public AllocationStep by(String... driving) {
        return new AllocationStep(
                name, sender, accounts, receivers, Lists.immutable.with(driving).collect(AccountId::of));
    }

    /** Tells whether all coordinates of one are among those of another. */
    static boolean within(Dimensions wide, Dimensions narrow) {
        return wide.values()
                .keyValuesView()
                .allSatisfy(each ->
                        narrow.get(each.getOne()).filter(each.getTwo()::equals).isPresent());
    }
}
