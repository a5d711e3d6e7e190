package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.core.outcome.Refusal;
import java.util.Optional;

/**
 * A rule that a host adds to posting: budgets, the catalogue of dimensions. Asked for every entry that would be posted or
 * reserved, after all other rules, inside the unit of work that posts it and in previews; changes nothing.
 */
@FunctionalInterface
public interface PostingGuard {
    /**
     * What stands against an entry.
     *
     * @param entry the entry, on the day that it gets
     * @param moment what else there is at this moment
     * @return why it must not be posted
     */
    Optional<Refusal> objection(JournalEntry entry, Moment moment);

    /**
     * What a guard that sums up the journal has to know.
     *
     * @param committed the position through which the journal is committed for good: sums through it may be kept, what lies
     *     behind it may still be rolled back
     * @param decided entries that are posted together with this one and before it, and are not in the journal yet
     */
    record Moment(long committed, Iterable<JournalEntry> decided) {}
}
