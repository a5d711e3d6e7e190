package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about one proposal.
 *
 * @param refusal why not
 * @param known the fact that it gave when it was first sent
 * @param draft what the session writes for it
 * @param repeated whether an equal proposal of the same session has given the draft before
 */
record Decision(
        @Nullable Refusal refusal,
        @Nullable PostedEntry known,
        @Nullable Draft draft,
        boolean repeated) {
    static Decision refused(Refusal refusal) {
        return new Decision(refusal, null, null, false);
    }

    static Decision known(PostedEntry posted) {
        return new Decision(null, posted, null, false);
    }

    static Decision fresh(Draft draft) {
        return new Decision(null, null, draft, false);
    }

    static Decision repeated(Draft draft) {
        return new Decision(null, null, draft, true);
    }

    boolean isFresh() {
        return draft != null && !repeated;
    }

    /** The outcome of what was written, or would be. */
    Outcome<PostedEntry> outcome(PostedEntry written) {
        return repeated ? Outcome.replayed(written) : Outcome.accepted(written);
    }

    /** The outcome where there is nothing to write. */
    Outcome<PostedEntry> outcome() {
        return refusal != null ? Outcome.refused(refusal) : Outcome.replayed(Objects.requireNonNull(known));
    }
}
