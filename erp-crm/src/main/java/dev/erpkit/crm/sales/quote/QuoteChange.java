package dev.erpkit.crm.sales.quote;

import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.sales.DocumentId;
import org.eclipse.collections.api.list.ImmutableList;

/** What happens to a quote. Revisions count from 0. */
public sealed interface QuoteChange {
    /** Which revision. */
    int revision();

    /**
     * A revision was drafted.
     *
     * @param draft what it says
     * @param rule when revisions take each other's place; that of the first revision counts
     */
    record Drafted(int revision, QuoteDraft draft, RevisionRule rule) implements QuoteChange {}

    /**
     * It was submitted to the customer.
     *
     * @param by who submitted it
     * @param approvals the roles that must approve it first
     */
    record Submitted(int revision, Actor by, ImmutableList<String> approvals) implements QuoteChange {}

    /**
     * It was approved.
     *
     * @param role in which role
     */
    record Approved(int revision, String role) implements QuoteChange {}

    /** It was taken back. */
    record Withdrawn(int revision) implements QuoteChange {}

    /**
     * The customer accepted it.
     *
     * @param order the order that was placed
     */
    record Accepted(int revision, DocumentId order) implements QuoteChange {}
}
