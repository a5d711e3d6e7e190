package dev.erpkit.accounting.journal;

import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * A fact of the journal: an entry with what posting gave it.
 *
 * @param entry the content, as the client proposed it (but for an effective date that a policy moved)
 * @param position its place in the journal of the tenant, 1, 2, 3 ... without gaps; "as known at" is a position
 * @param recordedAt when we learnt it; never earlier than that of the position before
 * @param number the legal number
 * @param postedBy who posted it
 * @param approvedBy who approved it, somebody else, where the policy asks for approval
 */
public record PostedEntry(
        JournalEntry entry,
        long position,
        Instant recordedAt,
        EntryNumber number,
        Actor postedBy,
        Optional<Actor> approvedBy) {
    /** The id of the entry. */
    public EntryId id() {
        return entry.id();
    }

    /** The same fact without the free texts, which were erased. */
    public PostedEntry withoutTexts() {
        return new PostedEntry(entry.withoutTexts(), position, recordedAt, number, postedBy, approvedBy);
    }
}
