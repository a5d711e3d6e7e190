package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.Journal;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.calendar.FiscalYear;
import dev.erpkit.core.port.SeriesId;
import java.time.Instant;
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
    private final ConcurrentMap<SeriesKey, FiscalYear> years = new ConcurrentHashMap<>();
    private volatile Tail tail = new Tail(0, Instant.MIN);

    private record Tail(long position, Instant recordedAt) {}

    private record SeriesKey(BookId book, int year, int month) {}

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
        SeriesKey key = new SeriesKey(
                entry.book(), entry.date().getYear(), entry.date().getMonthValue());
        FiscalYear year = years.get(key);
        if (year == null || !year.range().contains(entry.date())) {
            year = books.get(entry.book()).calendar().yearOf(entry.date());
            years.put(key, year);
        }
        String name = entry.book().value() + "/" + entry.journal().value();
        return new SeriesId(year.id().sequence() == 1 ? name : name + "/" + year.name(), year.number());
    }

    Instant recordedAt(long last) {
        Tail known = tail;
        return known.position() == last ? known.recordedAt() : PostingSession.recordedAt(ports, last);
    }

    /** Takes what was committed into the index; called outside of any unit of work. */
    void committed(ImmutableList<PostedEntry> posted) {
        if (posted.isEmpty()) {
            return;
        }
        for (int i = 0; i < posted.size(); i++) {
            PostedEntry entry = posted.get(i);
            if (ports.index().position() + 1 == entry.position()) {
                ports.index().advance(entry);
            } else {
                ports.index().catchUp(ports.journal());
            }
        }
        PostedEntry newest = posted.getLast();
        tail = new Tail(newest.position(), newest.recordedAt());
    }
}
