package dev.erpkit.accounting.openitem;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.posting.PostingService;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Reverses an entry together with the matches of its items: all of it in one unit of work, or nothing. */
public final class MatchedReversal {
    private final OpenItemLog log;
    private final JournalStore journal;
    private final MatchingService matching;
    private final PostingService posting;
    private final UnitOfWork unitOfWork;

    /** Reversals over a host's ports and services. */
    public MatchedReversal(
            OpenItemLog log,
            JournalStore journal,
            MatchingService matching,
            PostingService posting,
            UnitOfWork unitOfWork) {
        this.log = log;
        this.journal = journal;
        this.matching = matching;
        this.posting = posting;
        this.unitOfWork = unitOfWork;
    }

    /**
     * Undoes the matches of an entry's items, each on the day of the reversal or, if later, its own, and reverses the
     * entry. What the items were matched with is open again.
     *
     * @return the reversal, or what refuses it or one of the undoings
     */
    public Outcome<PostedEntry> reverse(EntryId original, EntryId reversal, LocalDate date, Actor actor) {
        try {
            return unitOfWork.execute(() -> {
                ImmutableList<MatchId> matches = journal.find(original)
                        .map(new ReversalMatches(log)::inTheWay)
                        .orElseGet(Lists.immutable::empty);
                matches.forEach(id -> undo(id, original, date, actor));
                Outcome<PostedEntry> outcome = posting.reverse(original, reversal, date, actor);
                outcome.orElseThrow();
                return outcome;
            });
        } catch (RefusedException refused) {
            return Outcome.refused(refused.refusal());
        }
    }

    private void undo(MatchId id, EntryId original, LocalDate date, Actor actor) {
        Optional<LocalDate> matched = log.match(id).map(Match::date).filter(date::isBefore);
        MatchId undoing = MatchId.of("books:undo:" + Digest.ofText(original + "\n" + id));
        matching.undo(undoing, id, matched.orElse(date), actor).orElseThrow();
    }
}
