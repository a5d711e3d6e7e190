package dev.erpkit.crm.sales.quote;

import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.sales.DocumentId;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One revision of a quote.
 *
 * @param number from 0
 * @param draft what it says
 * @param submitted who submitted it
 * @param approvals the roles that must approve it
 * @param approved the roles that did
 * @param withdrawn whether it was taken back
 * @param order the order placed from it
 */
public record QuoteRevision(
        int number,
        QuoteDraft draft,
        Optional<Actor> submitted,
        ImmutableList<String> approvals,
        ImmutableList<String> approved,
        boolean withdrawn,
        Optional<DocumentId> order) {

    static QuoteRevision start(QuoteChange.Drafted drafted) {
        return new QuoteRevision(
                drafted.revision(),
                drafted.draft(),
                Optional.empty(),
                Lists.immutable.empty(),
                Lists.immutable.empty(),
                false,
                Optional.empty());
    }

    QuoteRevision after(QuoteChange change) {
        if (change instanceof QuoteChange.Submitted some) {
            return new QuoteRevision(
                    number, draft, Optional.of(some.by()), some.approvals(), approved, withdrawn, order);
        }
        if (change instanceof QuoteChange.Approved some) {
            return new QuoteRevision(
                    number, draft, submitted, approvals, approved.newWith(some.role()), withdrawn, order);
        }
        if (change instanceof QuoteChange.Withdrawn) {
            return new QuoteRevision(number, draft, submitted, approvals, approved, true, order);
        }
        return change instanceof QuoteChange.Accepted some
                ? new QuoteRevision(number, draft, submitted, approvals, approved, withdrawn, Optional.of(some.order()))
                : this;
    }

    /** The roles that have still to approve it. */
    public ImmutableList<String> missingApprovals() {
        return approvals.reject(approved::contains);
    }
}
