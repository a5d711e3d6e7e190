package dev.erpkit.crm.sales.quote;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Says in which roles a quote must be approved before it can be accepted. */
@FunctionalInterface
public interface ApprovalRule {
    /** The roles, none for a quote that needs no approval. */
    ImmutableList<String> roles(ApprovalFacts facts);

    /** No quote needs approval. */
    static ApprovalRule none() {
        return facts -> Lists.immutable.empty();
    }
}
