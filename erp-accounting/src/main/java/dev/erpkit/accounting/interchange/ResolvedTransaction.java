package dev.erpkit.accounting.interchange;

import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A transaction with all its amounts found, and where it stands.
 *
 * @param written the transaction as written
 * @param postings the postings, those first that are written
 * @param assigned whether amounts follow from balances
 * @param foretold whether nothing that stands further down counts for its balance assertions
 * @param source the number of the source
 * @param line the line on which it begins
 */
record ResolvedTransaction(
        PlainTransaction written,
        ImmutableList<Posting> postings,
        boolean assigned,
        boolean foretold,
        int source,
        int line) {
    /**
     * A posting.
     *
     * @param worth the cost, or the lot price where the transaction balances by it
     * @param dated whether it has a date of its own
     */
    record Posting(
            String account,
            PostingKind kind,
            PlainAmount amount,
            Optional<PlainCost> worth,
            Optional<PlainAssertion> assertion,
            ImmutableList<PlainTag> tags,
            boolean dated,
            int line) {}
}
