package dev.erpkit.hr.payroll;

import dev.erpkit.core.calendar.DateRange;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A kind of computation that a pack knows, such as monthly pay, a bonus, or the settlement of one year.
 *
 * @param name unique in the pack, such as {@code monthly} or {@code year-end-2026}
 * @param settlement whether it settles a year rather than pays for work
 * @param coverage the days for which the pack answers; outside it refuses
 * @param coverageOf which date must lie in the coverage
 * @param slots indexes of the slots that it computes; empty for all that have a rule in it
 */
public record Edition(
        String name, boolean settlement, DateRange coverage, KeyDate coverageOf, ImmutableList<Integer> slots) {
    /** A kind of payment, covered by its date. */
    public static Edition payment(String name, DateRange coverage) {
        return new Edition(name, false, coverage, KeyDate.PAYMENT, Lists.immutable.empty());
    }

    /** A settlement, covered by the date of its payment. */
    public static Edition settlement(String name, DateRange coverage) {
        return new Edition(name, true, coverage, KeyDate.PAYMENT, Lists.immutable.empty());
    }

    /** The same edition computing these slots, and what they need. */
    public Edition computing(Slot... outputs) {
        return new Edition(
                name,
                settlement,
                coverage,
                coverageOf,
                Lists.immutable.with(outputs).collect(Slot::index));
    }
}
