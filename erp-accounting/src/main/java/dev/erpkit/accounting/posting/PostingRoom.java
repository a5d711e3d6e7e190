package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.Journal;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import java.time.Instant;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.jspecify.annotations.Nullable;

/** What stands fixed around posting, and what is remembered only to be found faster. */
final class PostingRoom {
    private final PostingPorts ports;
    private final PostingSetup setup;
    private final ImmutableMap<BookId, ImmutableMap<JournalId, NumberedJournal>> books;
    private final ChartSource chart;
    /** Not volatile: whichever tail a thread sees is whole and true, and only one of the last position is used. */
    private Tail tail = new Tail(0, Instant.MIN);

    /** An entry that was committed, the newest one mostly. */
    private record Tail(long position, Instant recordedAt) {}

    PostingRoom(PostingPorts ports, PostingSetup setup) {
        this.ports = ports;
        this.setup = setup;
        this.books = setup.books().toMap(Book::id, this::journals).toImmutable();
        this.chart = new ChartSource(ports.accounts());
    }

    private ImmutableMap<JournalId, NumberedJournal> journals(Book book) {
        return setup.journals()
                .toMap(Journal::id, journal -> new NumberedJournal(book, journal))
                .toImmutable();
    }

    @Nullable
    ImmutableMap<JournalId, NumberedJournal> book(BookId id) {
        return books.get(id);
    }

    ChartSource chart() {
        return chart;
    }

    PostingSetup setup() {
        return setup;
    }

    /** When the entry at the last position was recorded. */
    Instant recordedAt(long last) {
        Tail known = tail;
        if (known.position() == last) {
            return known.recordedAt();
        }
        Instant[] found = {Instant.MIN};
        ports.journal().forEach(JournalQuery.after(last - 1).through(last), posted -> found[0] = posted.recordedAt());
        return found[0];
    }

    /** Takes what was committed into the index; called outside of any unit of work. */
    void committed(ImmutableList<PostedEntry> posted) {
        for (int i = 0; i < posted.size() - 1; i++) {
            ports.index().advance(posted.get(i));
        }
        if (posted.notEmpty()) {
            committed(posted.getLast());
        }
    }

    /** Takes one entry that was committed, the newest one, into the index. */
    void committed(PostedEntry newest) {
        ports.index().advance(newest);
        tail = new Tail(newest.position(), newest.recordedAt());
        if (ports.index().position() < newest.position()) {
            ports.index().catchUp(ports.journal());
        }
    }
}
