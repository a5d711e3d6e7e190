package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.Journal;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.calendar.FiscalYear;
import dev.erpkit.core.port.SeriesId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.jspecify.annotations.Nullable;

/** What stands fixed around posting, and what is remembered only to be found faster. */
final class PostingRoom {
    private final PostingPorts ports;
    private final PostingSetup setup;
    private final ImmutableMap<BookId, Book> books;
    private final ImmutableMap<JournalId, Journal> journals;
    private final ChartSource chart;
    private final ConcurrentMap<SeriesKey, Series> series = new ConcurrentHashMap<>();
    private volatile @Nullable Series recent;
    private volatile Tail tail = new Tail(0, Instant.MIN);

    private record Tail(long position, Instant recordedAt) {}

    private record SeriesKey(BookId book, JournalId journal, int year, int month) {}

    private record Series(BookId book, JournalId journal, LocalDate start, LocalDate end, SeriesId id) {
        boolean serves(JournalEntry entry) {
            return holds(entry.date()) && book.equals(entry.book()) && journal.equals(entry.journal());
        }

        boolean holds(LocalDate date) {
            return !date.isBefore(start) && date.isBefore(end);
        }
    }

    PostingRoom(PostingPorts ports, PostingSetup setup) {
        this.ports = ports;
        this.setup = setup;
        this.books = setup.books().groupByUniqueKey(Book::id);
        this.journals = setup.journals().groupByUniqueKey(Journal::id);
        this.chart = new ChartSource(ports.accounts());
    }

    @Nullable Book book(BookId id) {
        return books.get(id);
    }

    @Nullable Journal journal(JournalId id) {
        return journals.get(id);
    }

    Chart chart() {
        return chart.chart();
    }

    PostingPolicy policy() {
        return setup.policy();
    }

    ImmutableList<JournalListener> listeners() {
        return setup.listeners();
    }

    /** One series for each book, journal and fiscal year; a second fiscal year of one number has its own name. */
    SeriesId series(JournalEntry entry) {
        Series found = recent;
        if (found == null || !found.serves(entry)) {
            found = seriesOf(entry);
            recent = found;
        }
        return found.id();
    }

    private Series seriesOf(JournalEntry entry) {
        LocalDate date = entry.date();
        SeriesKey key = new SeriesKey(entry.book(), entry.journal(), date.getYear(), date.getMonthValue());
        Series found = series.get(key);
        if (found == null || !found.holds(date)) {
            FiscalYear year = books.get(entry.book()).calendar().yearOf(date);
            String name = entry.book().value() + "/" + entry.journal().value();
            SeriesId id = new SeriesId(year.id().sequence() == 1 ? name : name + "/" + year.name(), year.number());
            DateRange range = year.range();
            found = new Series(entry.book(), entry.journal(), range.startInclusive(), range.endExclusive(), id);
            series.put(key, found);
        }
        return found;
    }

    Instant recordedAt(long last) {
        Tail known = tail;
        return known.position() == last ? known.recordedAt() : PostingSession.recordedAt(ports, last);
    }

    /** Takes what was committed into the index; called outside of any unit of work. */
    void committed(ImmutableList<PostedEntry> posted) {
        posted.forEach(this::committed);
    }

    /** The same for one entry. */
    void committed(PostedEntry entry) {
        if (!ports.index().advance(entry)) {
            ports.index().catchUp(ports.journal());
        }
        tail = new Tail(entry.position(), entry.recordedAt());
    }
}
