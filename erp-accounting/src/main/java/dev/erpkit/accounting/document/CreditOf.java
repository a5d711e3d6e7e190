package dev.erpkit.accounting.document;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What a credit note or debit note takes back.
 *
 * @param original the document that was issued
 * @param lines how much of which of its lines, each once; none for all that remains of all
 */
public record CreditOf(DocumentId original, ImmutableList<CreditLine> lines) {
    /** All that remains of a document: its cancellation when nothing was credited yet. */
    public static CreditOf all(DocumentId original) {
        return new CreditOf(original, Lists.immutable.empty());
    }

    /** Parts of a document. */
    public static CreditOf of(DocumentId original, CreditLine... lines) {
        return new CreditOf(original, Lists.immutable.of(lines));
    }
}
