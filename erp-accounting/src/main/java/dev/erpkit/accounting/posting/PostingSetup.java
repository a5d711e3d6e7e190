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
 * @param reversalChecks what stands before a reversal
 */
public record PostingSetup(
        ImmutableList<Book> books,
        ImmutableList<Journal> journals,
        PostingPolicy policy,
        ImmutableList<JournalListener> listeners,
        ImmutableList<ReversalCheck> reversalChecks) {
    /** Books in which nothing follows the journal yet. */
    public static PostingSetup of(ImmutableList<Book> books, ImmutableList<Journal> journals, PostingPolicy policy) {
        return new PostingSetup(books, journals, policy, Lists.immutable.empty(), Lists.immutable.empty());
    }
}
