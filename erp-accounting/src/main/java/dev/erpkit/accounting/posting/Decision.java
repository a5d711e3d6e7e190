package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import org.eclipse.collections.api.list.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about one proposal.
 *
 * @param refusal why not
 * @param known the fact that it gave when it was first sent
 * @param place its place among the entries that the session writes
 * @param repeated whether an equal proposal of the same session has taken that place before
 */
record Decision(@Nullable Refusal refusal, @Nullable PostedEntry known, int place, boolean repeated) {
    static Decision refused(Refusal refusal) {
        return new Decision(refusal, null, -1, false);
    }

    static Decision known(PostedEntry posted) {
        return new Decision(null, posted, -1, false);
    }

    static Decision fresh(int place) {
        return new Decision(null, null, place, false);
    }

    static Decision repeated(int place) {
        return new Decision(null, null, place, true);
    }

    boolean isFresh() {
        return place >= 0 && !repeated;
    }

    Outcome<PostedEntry> outcome(ImmutableList<PostedEntry> written) {
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        if (known != null) {
            return Outcome.replayed(known);
        }
        PostedEntry posted = written.get(place);
        return repeated ? Outcome.replayed(posted) : Outcome.accepted(posted);
    }
}
