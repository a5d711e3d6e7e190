package dev.erpkit.accounting.port;

import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.security.Actor;

/** Contract: posts an entry in the running unit of work; what matching and revaluation need of the posting service. */
@FunctionalInterface
public interface EntryPoster {
    /** Posts the entry, or refuses it and changes nothing. */
    Outcome<PostedEntry> post(JournalEntry entry, Actor actor);
}
