package dev.erpkit.accounting.asset;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.calendar.FiscalCalendar;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes depreciation schedules: booked rows and the plan of the rest, a pure function of what is known of an asset. Booked
 * rows never change, whatever becomes known; what they left is depreciated by the terms that hold now.
 *
 * <p>Amounts are not negative, sum to cost less residual value less what was depreciated before, and end exactly there.
 *
 * <p>Safe for many threads; it keeps the periods of calendars so that many assets share them.
 */
public final class Schedules {
    private record GridKey(int months, Optional<LocalDate> firstRow) {}

    private final Methods methods;
    private final FiscalCalendar calendar;
    private final Map<GridKey, PeriodGrid> grids = new ConcurrentHashMap<>();

    private Schedules(Methods methods, FiscalCalendar calendar) {
        this.methods = methods;
        this.calendar = calendar;
    }

    /** Schedules by these methods, in the periods of this calendar. */
    public static Schedules by(Methods methods, FiscalCalendar calendar) {
        return new Schedules(methods, calendar);
    }

    /** The methods. */
    public Methods methods() {
        return methods;
    }

    /**
     * The schedule of an asset in a book.
     *
     * @throws dev.erpkit.core.port.NotFoundException when the asset is not kept in the book or its method is not known
     */
    public Schedule of(AssetHistory history, BookId book) {
        return new Planner(history, book, methods, calendar, (terms, of) -> grid(terms)).run();
    }

    /** The periods of terms. */
    public PeriodGrid grid(DepreciationTerms terms) {
        if (terms.firstRow().isPresent()) {
            return terms.grid(calendar);
        }
        return grids.computeIfAbsent(new GridKey(terms.periodMonths(), terms.firstRow()), key -> terms.grid(calendar));
    }
}
