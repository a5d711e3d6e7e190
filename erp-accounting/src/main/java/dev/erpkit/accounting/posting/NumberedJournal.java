package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.Journal;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.calendar.FiscalYear;
import dev.erpkit.core.port.SeriesId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One journal of one book with its series of legal numbers; remembers the series of the year that was asked for last. */
final class NumberedJournal {
    private final Book book;
    private final Journal journal;
    private final DateRange covered;
    private final String name;
    private volatile Year latest;

    private record Year(LocalDate start, LocalDate end, SeriesId series) {}

    NumberedJournal(Book book, Journal journal) {
        this.book = book;
        this.journal = journal;
        this.covered = book.calendar().range();
        this.name = book.id().value() + "/" + journal.id().value();
        this.latest = year(covered.startInclusive());
    }

    Book book() {
        return book;
    }

    Journal journal() {
        return journal;
    }

    /** One series for each fiscal year, named by book and journal; null where the calendar of the book has no such day. */
    @Nullable
    SeriesId series(LocalDate date) {
        Year year = latest;
        if (!date.isBefore(year.start()) && date.isBefore(year.end())) {
            return year.series();
        }
        if (!covered.contains(date)) {
            return null;
        }
        year = year(date);
        latest = year;
        return year.series();
    }

    /** A second fiscal year of the same number has a series of its own. */
    private Year year(LocalDate date) {
        FiscalYear year = book.calendar().yearOf(date);
        return new Year(
                year.range().startInclusive(),
                year.range().endExclusive(),
                new SeriesId(year.id().sequence() == 1 ? name : name + "/" + year.name(), year.number()));
    }
}
