package dev.erpkit.accounting.close;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.posting.PostingService;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.util.Optional;

/** How entries of a close reach the journal: the posting service, seen from here. Joins the running unit of work. */
public interface ClosePosting {
    /** Posts an entry on its own date, under the same rules as any other entry. */
    Outcome<PostedEntry> post(JournalEntry entry, Actor actor);

    /**
     * Posts the contrary of an entry.
     *
     * @param original the entry to reverse
     * @param reversal the id of the contrary
     * @param date its effective date
     */
    Outcome<PostedEntry> reverse(EntryId original, EntryId reversal, LocalDate date, Actor actor);

    /** Through the posting service, where nobody has to approve. */
    static ClosePosting through(PostingService service) {
        return new ClosePosting() {
            @Override
            public Outcome<PostedEntry> post(JournalEntry entry, Actor actor) {
                return service.post(entry, actor);
            }

            @Override
            public Outcome<PostedEntry> reverse(EntryId original, EntryId reversal, LocalDate date, Actor actor) {
                return service.reverse(original, reversal, date, actor);
            }
        };
    }

    /** Through the posting service, approved by somebody else than who closes. */
    static ClosePosting through(PostingService service, Actor approver) {
        return new ClosePosting() {
            @Override
            public Outcome<PostedEntry> post(JournalEntry entry, Actor actor) {
                return service.post(entry, actor, approver);
            }

            @Override
            public Outcome<PostedEntry> reverse(EntryId original, EntryId reversal, LocalDate date, Actor actor) {
                return service.reverse(original, reversal, date, actor, Optional.of(approver));
            }
        };
    }
}
