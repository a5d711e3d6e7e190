package dev.erpkit.accounting.currency;

import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.trace.TraceStep;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What a revaluation comes to before anything is posted.
 *
 * @param entries the entries to post, in their order; empty when all is told already
 * @param trace how each difference comes about
 */
public record RevaluationPlan(ImmutableList<JournalEntry> entries, TraceStep trace) {
    /** The same plan with entries that come from a document. */
    RevaluationPlan from(SourceDocument source) {
        return new RevaluationPlan(
                entries.collect(entry ->
                        JournalEntry.builder().from(entry).source(source).build()),
                trace);
    }
}
