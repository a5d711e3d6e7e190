package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.Journal;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What a host has decided about its books.
 *
 * @param books the books
 * @param journals the journals, the same in every book
 * @param policy the choices of posting
 * @param listeners what follows the journal in the same unit of work
 */
public record PostingSetup(
        ImmutableList<Book> books,
        ImmutableList<Journal> journals,
        PostingPolicy policy,
        ImmutableList<JournalListener> listeners) {}
