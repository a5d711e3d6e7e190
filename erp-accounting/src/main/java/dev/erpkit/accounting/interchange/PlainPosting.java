package dev.erpkit.accounting.interchange;

import dev.erpkit.core.value.ErpValue;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.immutables.value.Value;

/** One line of a plain-text transaction, as written: an amount that was left out is left out here too. */
@ErpValue
@Value.Immutable
public sealed interface PlainPosting permits ImmutablePlainPosting {
    /** The full name of the account, parts divided by colons, below any applied parent and after aliases. */
    String account();

    /** Whether the posting takes part in the balance of its transaction. */
    @Value.Default
    default PostingKind kind() {
        return PostingKind.REAL;
    }

    /** The posting's own mark. */
    @Value.Default
    default TransactionStatus status() {
        return TransactionStatus.UNMARKED;
    }

    /** The amount; empty when it follows from the other postings or from the assertion. */
    Optional<PlainAmount> amount();

    /** What the amount was exchanged for. */
    Optional<PlainCost> cost();

    /** Which lot the amount is of. */
    Optional<PlainLot> lot();

    /** What the account's balance is to be afterwards. */
    Optional<PlainAssertion> assertion();

    /** The comment lines, which may hold tags. */
    ImmutableList<String> comments();

    /** The tags of the comments. */
    default ImmutableList<PlainTag> tags() {
        return comments().flatCollect(Comments::tags);
    }

    /** Checks names and texts, by hand: a file has millions of postings. */
    @Value.Check
    default void check() {
        PlainText.account("PlainPosting", account());
        PlainText.comments("PlainPosting", comments());
        if ((cost().isPresent() || lot().isPresent()) && amount().isEmpty()) {
            throw PlainText.invalid("PlainPosting", "cost", "cost.without-amount", "needs an amount");
        }
    }

    /** A posting of an amount. */
    static PlainPosting of(String account, PlainAmount amount) {
        return builder().account(account).amount(amount).build();
    }

    /** A posting whose amount follows from the others. */
    static PlainPosting balancing(String account) {
        return builder().account(account).build();
    }

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a posting. */
    final class Builder extends ImmutablePlainPosting.Builder {
        private final MutableList<String> lines = Lists.mutable.empty();

        Builder() {
            comments(Lists.immutable.empty());
        }

        /** Adds a comment line. */
        public Builder addComment(String line) {
            lines.add(line);
            comments(lines.toImmutable());
            return this;
        }
    }
}
