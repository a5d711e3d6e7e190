package dev.erpkit.inventory.valuation;

/**
 * Quantities and values in the order of time and number, with the sums of any beginning: a tree of wide nodes, each of which keeps
 * the sums of what lies below it up to each place. Every operation goes down once, through four nodes at a million entries.
 */
final class OrderedSums {
    private SumNode root = new SumNode(false);
    private long quantity;
    /** The sum of all values without their signs: as long as it fits, all sums do. */
    private long weight;

    /**
     * Adds an entry.
     *
     * @throws ArithmeticException when sums outgrow a long; nothing has changed then
     */
    void insert(long time, long number, long more, long value) {
        long all = Math.addExact(quantity, more);
        weight = Math.addExact(weight, Math.absExact(value));
        quantity = all;
        SumNode right = root.insert(time, number, more, value);
        if (right != null) {
            SumNode above = new SumNode(true);
            above.add(0, root);
            above.add(1, right);
            root = above;
        }
    }

    /**
     * Gives an entry another quantity and value.
     *
     * @throws IllegalArgumentException when there is none
     * @throws ArithmeticException when sums outgrow a long; nothing has changed then
     */
    void replace(long time, long number, long other, long value) {
        SumNode node = root;
        int place = node.place(time, number);
        while (place >= 0 && node.isInner()) {
            node = node.below(place);
            place = node.place(time, number);
        }
        if (place < 0 || !node.is(place, time, number)) {
            throw new IllegalArgumentException("no entry " + number);
        }
        long more = Math.subtractExact(other, node.quantity(place));
        long difference = Math.subtractExact(value, node.value(place));
        long all = Math.addExact(quantity, more);
        weight = Math.addExact(weight - Math.abs(node.value(place)), Math.absExact(value));
        quantity = all;
        for (SumNode at = root; ; at = at.below(place)) {
            place = at.place(time, number);
            at.change(place, more, difference);
            if (!at.isInner()) {
                return;
            }
        }
    }

    /** The quantity of all entries before a place in the order. */
    long quantityBefore(long time, long number) {
        long sum = 0;
        SumNode node = root;
        while (true) {
            int before = node.countBefore(time, number);
            if (!node.isInner()) {
                return sum + node.quantityOf(before);
            }
            int into = Math.max(0, before - 1);
            sum += node.quantityOf(into);
            node = node.below(into);
        }
    }

    /** The value of all entries before a place in the order. */
    long valueBefore(long time, long number) {
        long sum = 0;
        SumNode node = root;
        while (true) {
            int before = node.countBefore(time, number);
            if (!node.isInner()) {
                return sum + node.valueOf(before);
            }
            int into = Math.max(0, before - 1);
            sum += node.valueOf(into);
            node = node.below(into);
        }
    }

    /** The quantity of all entries. */
    long quantity() {
        return quantity;
    }

    /** What the first so many cost: whole entries, and of the last its proportion, half up. */
    long valueOfFirst(long many) {
        long left = Math.min(many, quantity);
        long value = 0;
        SumNode node = root;
        while (left > 0) {
            int place = node.placeOf(left);
            left -= node.quantityOf(place);
            value += node.valueOf(place);
            if (!node.isInner()) {
                long whole = node.quantity(place);
                return value + (left == whole ? node.value(place) : Shares.part(node.value(place), left, whole));
            }
            node = node.below(place);
        }
        return value;
    }
}
