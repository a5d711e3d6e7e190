package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Stands before the reversal of an entry, inside the unit of work that reverses and before anything of it is appended: a
 * settled invoice does not disappear under its payment. It may write (take matches back); when the reversal is refused
 * after all, everything is rolled back.
 */
@FunctionalInterface
public interface ReversalCheck {
    /**
     * Decides whether an entry may be reversed.
     *
     * @param original the entry to reverse
     * @param date the effective date of the reversal
     * @param actor who reverses
     * @return why not
     */
    Optional<Refusal> check(PostedEntry original, LocalDate date, Actor actor);
}
