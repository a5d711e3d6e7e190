package dev.erpkit.accounting.interchange;

import dev.erpkit.core.outcome.Outcome;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * How reading a journal into a ledger ended.
 *
 * @param ledger the ledger; empty when there are problems, for its figures would be wrong
 * @param problems what is wrong, in the order found; empty when the journal is sound
 */
public record LedgerReading(Optional<PlainTextLedger> ledger, ImmutableList<JournalProblem> problems) {
    /** The ledger, refused for the first problem where there is one. */
    public Outcome<PlainTextLedger> outcome() {
        return ledger.map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(problems.getFirst().refusal()));
    }
}
