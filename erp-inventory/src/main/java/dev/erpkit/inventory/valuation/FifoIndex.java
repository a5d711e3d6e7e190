package dev.erpkit.inventory.valuation;

import java.time.LocalDateTime;
import java.util.Optional;
import org.eclipse.collections.api.factory.primitive.LongLongMaps;
import org.eclipse.collections.api.map.primitive.MutableLongLongMap;

/**
 * First in, first out without replay: the cost of any issue, the value at any time and the cost of goods over any interval, each
 * in a logarithmic number of steps, and so is recording a fact of any time. The k-th unit that goes out is the k-th that came
 * in, whenever both happened, so an issue costs what the units between two sums cost; an issue of goods that have not come yet
 * takes the first that come.
 *
 * <p>Of one pool, in whole units of quantity that the caller chooses, such as thousandths of a kilogram. The cost of an issue is
 * the difference of two sums that are rounded half up, so that no balance is off by more than half a minor unit; {@link Valuation}
 * rounds each issue on its own, and where a receipt is no multiple of its quantity a single cost may differ by a minor unit for
 * each receipt that it takes a part of.
 *
 * <p>Every method is logarithmic in the number of facts, at a million a few microseconds. Only FIFO works like this. Under other
 * methods {@link Valuation} replays. Days further than 290,000 years away count as the last that is not. Not for several threads.
 */
public final class FifoIndex {
    private static final long NEVER = Long.MIN_VALUE;
    private static final long MICROS_A_DAY = 86_400_000_000L;
    /** As many days before or after 1970 as microseconds count: 290,000 years. */
    private static final long FARTHEST_DAY = 106_000_000L;

    private final OrderedSums receipts = new OrderedSums();
    private final OrderedSums issues = new OrderedSums();
    private final MutableLongLongMap receiptTimes = LongLongMaps.mutable.empty();
    private final MutableLongLongMap issueTimes = LongLongMaps.mutable.empty();

    /** Nothing has come or gone. */
    public FifoIndex() {}

    /**
     * Goods come in; at whatever time, before facts that are recorded already or after.
     *
     * @param number the place in the order of recording, each once
     * @param quantity in whole units, above zero
     * @param minor what they cost in all
     * @throws IllegalArgumentException for a number that is recorded already, and for no quantity
     * @throws ArithmeticException when all quantities or all costs together outgrow a {@code long}; nothing has changed then
     */
    public void receipt(long number, LocalDateTime at, long quantity, long minor) {
        check(number, quantity);
        long time = micros(at);
        receipts.insert(time, number, quantity, minor);
        receiptTimes.put(number, time);
    }

    /**
     * Goods go out, at whatever time.
     *
     * @throws IllegalArgumentException for a number that is recorded already, and for no quantity
     * @throws ArithmeticException when all quantities together outgrow a {@code long}; nothing has changed then
     */
    public void issue(long number, LocalDateTime at, long quantity) {
        check(number, quantity);
        long time = micros(at);
        issues.insert(time, number, quantity, 0);
        issueTimes.put(number, time);
    }

    private void check(long number, long quantity) {
        if (receiptTimes.containsKey(number) || issueTimes.containsKey(number)) {
            throw new IllegalArgumentException("number " + number + " is recorded already");
        }
        if (quantity <= 0) {
            throw new IllegalArgumentException("quantity must be above zero: " + quantity);
        }
    }

    /**
     * A receipt was of another quantity or cost something else in all; of nothing, when it is cancelled.
     *
     * @throws IllegalArgumentException when there is no such receipt
     * @throws ArithmeticException when all quantities or all costs together outgrow a {@code long}; nothing has changed then
     */
    public void correctReceipt(long number, long quantity, long minor) {
        receipts.replace(receiptTimes.getIfAbsent(number, NEVER), number, quantity, minor);
    }

    /**
     * An issue was of another quantity; of nothing, when it is cancelled.
     *
     * @throws IllegalArgumentException when there is no such issue
     * @throws ArithmeticException when all quantities together outgrow a {@code long}; nothing has changed then
     */
    public void correctIssue(long number, long quantity) {
        issues.replace(issueTimes.getIfAbsent(number, NEVER), number, quantity, 0);
    }

    /** What an issue cost in minor units; empty for what is none, or takes goods that have not come yet. */
    public Optional<Long> cost(long number) {
        long time = issueTimes.getIfAbsent(number, NEVER);
        if (time == NEVER) {
            return Optional.empty();
        }
        long before = issues.quantityBefore(time, number);
        long after = number == Long.MAX_VALUE
                ? issues.quantityBefore(time + 1, Long.MIN_VALUE)
                : issues.quantityBefore(time, number + 1);
        return after > receipts.quantity()
                ? Optional.empty()
                : Optional.of(receipts.valueOfFirst(after) - receipts.valueOfFirst(before));
    }

    /** How much there is at a time, that instant included; below zero when more had gone than had come. */
    public long quantity(LocalDateTime at) {
        long next = micros(at) + 1;
        return receipts.quantityBefore(next, Long.MIN_VALUE) - issues.quantityBefore(next, Long.MIN_VALUE);
    }

    /** What there is at a time is worth in minor units, that instant included; nothing where more had gone than had come. */
    public long value(LocalDateTime at) {
        long next = micros(at) + 1;
        long came = receipts.quantityBefore(next, Long.MIN_VALUE);
        long gone = issues.quantityBefore(next, Long.MIN_VALUE);
        return gone >= came ? 0 : receipts.valueBefore(next, Long.MIN_VALUE) - receipts.valueOfFirst(gone);
    }

    /** What went out from a time (inclusive) to another (exclusive) cost, as far as it has come by now. */
    public long costOfGoods(LocalDateTime from, LocalDateTime to) {
        long before = issues.quantityBefore(micros(from), Long.MIN_VALUE);
        long after = issues.quantityBefore(micros(to), Long.MIN_VALUE);
        return receipts.valueOfFirst(after) - receipts.valueOfFirst(before);
    }

    private static long micros(LocalDateTime at) {
        long day =
                Math.max(-FARTHEST_DAY, Math.min(FARTHEST_DAY, at.toLocalDate().toEpochDay()));
        return day * MICROS_A_DAY + at.toLocalTime().toNanoOfDay() / 1_000;
    }
}
