package dev.erpkit.accounting.interchange;

import dev.erpkit.core.outcome.Outcome;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * How reading a journal ended.
 *
 * @param transactions how many transactions the sink was given
 * @param postings how many postings they have
 * @param problems what is wrong, in the order found; empty when the journal is sound
 */
public record JournalReading(long transactions, long postings, ImmutableList<JournalProblem> problems) {
    /** The reading, refused for the first problem where there is one. */
    public Outcome<JournalReading> outcome() {
        return problems.isEmpty()
                ? Outcome.accepted(this)
                : Outcome.refused(problems.getFirst().refusal());
    }
}
