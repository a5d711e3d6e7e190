package dev.erpkit.accounting.ledger;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What a balance is taken over: a book, a period, coordinates. Whether it is taken as known now or at an earlier position is
 * a matter of the {@link LedgerView} that is asked.
 *
 * @param book the book
 * @param from the first day of the period; what is effective before it makes up the opening balance. Empty: the period
 *     begins with the books
 * @param through the last day of the period, inclusive
 * @param dimensions only lines that match all of these
 * @param closingEntries whether entries that close a year count; without them income and expense show what was earned and
 *     spent also after the close
 */
public record LedgerQuery(
        BookId book,
        Optional<LocalDate> from,
        LocalDate through,
        ImmutableList<DimensionFilter> dimensions,
        boolean closingEntries) {
    /** Checks that the period does not end before the day ahead of its first: an empty period is allowed. */
    public LedgerQuery {
        if (from.isPresent()
                && from.get().isAfter(through)
                && from.get().minusDays(1).isAfter(through)) {
            throw new InvalidValueException("LedgerQuery", "from", "ledger.period", "must not lie behind " + through);
        }
    }

    /** All that is effective at the end of a day. */
    public static LedgerQuery asOf(BookId book, LocalDate day) {
        return new LedgerQuery(book, Optional.empty(), day, Lists.immutable.empty(), true);
    }

    /** All that there is, also what is dated ahead. */
    public static LedgerQuery all(BookId book) {
        return asOf(book, LocalDate.MAX);
    }

    /** A period with its opening balance. */
    public static LedgerQuery between(BookId book, LocalDate startInclusive, LocalDate endExclusive) {
        return new LedgerQuery(
                book, Optional.of(startInclusive), endExclusive.minusDays(1), Lists.immutable.empty(), true);
    }

    /** The same, of lines with this value on an axis only. */
    public LedgerQuery with(DimensionFilter filter) {
        return new LedgerQuery(book, from, through, dimensions.newWith(filter), closingEntries);
    }

    /** The same, without entries that close a year, and without what reverses them. */
    public LedgerQuery withoutClosingEntries() {
        return new LedgerQuery(book, from, through, dimensions, false);
    }

    boolean matches(Dimensions coordinates) {
        return dimensions.allSatisfy(filter -> filter.matches(coordinates));
    }

    /** Tells whether the lines of a leaf count, whatever their day. */
    boolean matches(Leaf leaf) {
        return matches(leaf.slot()) && (dimensions.isEmpty() || matches(leaf.dimensions()));
    }

    boolean matches(Slot slot) {
        return (closingEntries || !slot.closing) && slot.book.equals(book);
    }

    AsOf end() {
        return AsOf.of(through);
    }

    /** The end of the day before the period; without a start, a day before all others. */
    AsOf opening() {
        return AsOf.before(from.orElse(LocalDate.MIN));
    }

    /** The first day of the period as an epoch day. */
    int firstDay() {
        int day = opening().day();
        return day == Integer.MIN_VALUE ? day : day + 1;
    }
}
