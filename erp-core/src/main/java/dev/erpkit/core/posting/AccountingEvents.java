package dev.erpkit.core.posting;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.security.Actor;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Contract: takes what happened into the books. Implemented by accounting, called by the other modules in their own unit
 * of work.
 */
public interface AccountingEvents {
    /**
     * Records an event in every book whose posting rules know it.
     *
     * @return the ids of the entries that were posted, or why nothing was: among others {@code event.no-rule}
     */
    Outcome<ImmutableList<String>> record(AccountingEvent event, Actor actor);
}
