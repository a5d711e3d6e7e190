package dev.erpkit.core.calendar;

import dev.erpkit.core.value.InvalidValueException;
import java.util.Comparator;

/**
 * Names a fiscal year. After a change of year end two years can bear the same number; then the later ones have a higher
 * sequence.
 *
 * @param number the number of the year by its naming, 0 to 10000
 * @param sequence 1, or a higher number for a further year with the same number
 */
public record FiscalYearId(int number, int sequence) implements Comparable<FiscalYearId> {
    private static final Comparator<FiscalYearId> ORDER =
            Comparator.comparingInt(FiscalYearId::number).thenComparingInt(FiscalYearId::sequence);

    /** Checks the bounds: refused with {@code fiscal-year-id.bounds}. */
    public FiscalYearId {
        if (number < 0 || number > 10_000 || sequence < 1) {
            throw new InvalidValueException(
                    "FiscalYearId",
                    "number",
                    "fiscal-year-id.bounds",
                    "must be 0 to 10000 with a sequence from 1 but is " + number + " with " + sequence);
        }
    }

    /** The first year with this number. */
    public static FiscalYearId of(int number) {
        return new FiscalYearId(number, 1);
    }

    /** In the order of time. */
    @Override
    public int compareTo(FiscalYearId other) {
        return ORDER.compare(this, other);
    }

    /** {@code 2026}, or {@code 2026-2} for the second year with that number. */
    @Override
    public String toString() {
        return sequence == 1 ? Integer.toString(number) : number + "-" + sequence;
    }
}
