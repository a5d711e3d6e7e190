package dev.erpkit.testkit.books;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.Journal;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.accounting.period.PeriodGuard;
import dev.erpkit.accounting.posting.PostingGuard;
import dev.erpkit.accounting.posting.PostingPolicy;
import dev.erpkit.accounting.posting.PostingPorts;
import dev.erpkit.accounting.posting.PostingService;
import dev.erpkit.accounting.posting.PostingSetup;
import dev.erpkit.core.security.AccessPolicy;
import java.time.InstantSource;
import org.eclipse.collections.api.factory.Lists;

/** Posting over the ports of a host with rules of its own and nothing beside it: every day is open, everybody may post. */
public final class GuardedPosting {
    private GuardedPosting() {}

    /** Posting into one book. */
    public static PostingService over(BooksStores stores, Book book, InstantSource clock, PostingGuard... guards) {
        return new PostingService(
                new PostingPorts(
                        stores.unitOfWork(),
                        stores.accounts(),
                        stores.journal(),
                        stores.reservations(),
                        stores.numbers(),
                        PeriodGuard.open(),
                        stores.outbox(),
                        AccessPolicy.allowAll(),
                        clock,
                        new LedgerIndex()),
                new PostingSetup(
                        Lists.immutable.of(book),
                        Lists.immutable.of(Journal.GENERAL),
                        PostingPolicy.standard(),
                        Lists.immutable.empty(),
                        Lists.immutable.with(guards)));
    }
}
