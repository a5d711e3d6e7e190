package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.Journal;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What a host has decided about its books.
 *
 * @param books the books
 * @param journals the journals, the same in every book
 * @param policy the choices of posting
 * @param listeners what follows the journal in the same unit of work
 * @param guards rules of the host, asked in their order
 */
public record PostingSetup(
        ImmutableList<Book> books,
        ImmutableList<Journal> journals,
        PostingPolicy policy,
        ImmutableList<JournalListener> listeners,
        ImmutableList<PostingGuard> guards) {
    /** A setup without rules of the host. */
    public PostingSetup(
            ImmutableList<Book> books,
            ImmutableList<Journal> journals,
            PostingPolicy policy,
            ImmutableList<JournalListener> listeners) {
        this(books, journals, policy, listeners, Lists.immutable.empty());
    }
}
