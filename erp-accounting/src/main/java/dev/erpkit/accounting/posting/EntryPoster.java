package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.security.Actor;

/**
 * How services that derive entries, such as matching and revaluation, have them posted: {@code posting::post}, or where
 * entries need approval {@code (entry, actor) -> posting.post(entry, actor, approver)}.
 */
@FunctionalInterface
public interface EntryPoster {
    /** Posts the entry in the running unit of work, or refuses it and changes nothing. */
    Outcome<PostedEntry> post(JournalEntry entry, Actor actor);
}
