package dev.erpkit.testkit.fault;

import java.util.Random;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What a messenger does that promises only to deliver each message at least once. */
public final class Deliveries {
    private Deliveries() {}

    /**
     * The messages in an order of the messenger's choice, every one of them once and some of them again.
     *
     * @param seed decides the order and what comes again
     */
    public static <T> ImmutableList<T> atLeastOnce(ImmutableList<T> messages, long seed) {
        Random random = new Random(seed);
        MutableList<T> delivered = messages.toList();
        messages.select(message -> random.nextInt(3) == 0).forEach(delivered::add);
        return Lists.immutable.ofAll(delivered.shuffleThis(random));
    }
}
