package dev.erpkit.hr.payroll;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.function.ToLongFunction;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * What the accumulators of one employment come to: a fold of committed payslips and opening balances. Drafts never enter it.
 *
 * @param sums minor units by accumulator and window; only what is not zero
 */
public record AccumulatorState(ImmutableSortedMap<Window, Long> sums) {
    private static final AccumulatorState NONE = new AccumulatorState(SortedMaps.immutable.empty());

    /**
     * A window of an accumulator.
     *
     * @param accumulator its name
     * @param start the first day of the window
     */
    public record Window(String accumulator, LocalDate start) implements Comparable<Window> {
        private static final Comparator<Window> ORDER =
                Comparator.comparing(Window::accumulator).thenComparing(Window::start);

        @Override
        public int compareTo(Window other) {
            return ORDER.compare(this, other);
        }
    }

    /** Of somebody who was never paid before. */
    public static AccumulatorState none() {
        return NONE;
    }

    /** The fold of committed payslips. */
    public static AccumulatorState of(Iterable<Payslip> committed) {
        AccumulatorState state = NONE;
        for (Payslip slip : committed) {
            state = state.plus(slip);
        }
        return state;
    }

    /**
     * With what a previous employer paid, or an earlier system.
     *
     * @param accumulator of the pack
     * @param day any day of the window
     */
    public AccumulatorState opening(Accumulator accumulator, LocalDate day, long minor) {
        return add(new Window(accumulator.name(), accumulator.reset().windowOf(day)), minor);
    }

    /** With one more committed payslip. */
    public AccumulatorState plus(Payslip slip) {
        return apply(slip.pack(), slip.dates(), slip::minor, 1);
    }

    /**
     * With one more committed payslip that is kept as data.
     *
     * @param pack whose accumulators are folded
     * @param minor the amount of each slot by name, in minor units
     */
    public AccumulatorState plus(Pack pack, PayDates dates, ToLongFunction<String> minor) {
        return apply(pack, dates, minor, 1);
    }

    /** With a payslip reversed. */
    public AccumulatorState minus(Payslip slip) {
        return apply(slip.pack(), slip.dates(), slip::minor, -1);
    }

    private AccumulatorState apply(Pack pack, PayDates dates, ToLongFunction<String> amounts, int sign) {
        AccumulatorState state = this;
        for (Accumulator accumulator : pack.accumulators()) {
            long minor =
                    amounts.applyAsLong(pack.slots().get(accumulator.slot()).name());
            if (minor != 0 && dates.on(accumulator.keyDate()).isPresent()) {
                state = state.add(
                        new Window(accumulator.name(), accumulator.window(dates)), Math.multiplyExact(sign, minor));
            }
        }
        return state;
    }

    private AccumulatorState add(Window window, long minor) {
        Long before = sums.get(window);
        long after = Math.addExact(before == null ? 0 : before, minor);
        return new AccumulatorState(
                after == 0 ? sums.reject((w, sum) -> w.equals(window)) : sums.newWithKeyValue(window, after));
    }

    /** The sum of an accumulator in the window of a day. */
    public long sum(Accumulator accumulator, LocalDate day) {
        Long sum = sums.get(new Window(accumulator.name(), accumulator.reset().windowOf(day)));
        return sum == null ? 0 : sum;
    }

    /** The windows it knows of the accumulators of a pack. */
    ImmutableList<Window> windows(Pack pack) {
        return sums.isEmpty()
                ? Lists.immutable.empty()
                : Lists.immutable
                        .ofAll(sums.keysView())
                        .select(window -> pack.accumulator(window.accumulator()).isPresent());
    }

    /** Without the amounts. */
    @Override
    public String toString() {
        return "AccumulatorState of " + sums.keysView().makeString();
    }
}
