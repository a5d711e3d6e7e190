package dev.erpkit.accounting.close;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import java.util.Optional;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.set.ImmutableSet;
import org.immutables.value.Value;

/** How a year is closed. The closing entries show every choice made here. */
@ErpValue
@Value.Immutable
public sealed interface ClosePolicy permits ImmutableClosePolicy {
    /** The account that takes the result; when empty, the one account with the mark {@code retained-earnings}. */
    Optional<AccountId> retainedEarnings();

    /** Whether the result passes the one account with the mark {@code income-summary} (損益) on its way. */
    boolean throughIncomeSummary();

    /**
     * The axes whose values the lines on retained earnings keep; empty means all of them. Income and expense are always
     * closed by their full coordinates.
     */
    Optional<ImmutableSet<String>> keptDimensions();

    /** How foreign results are carried. */
    ForeignResult foreignResult();

    /** The journal in which closing entries are numbered. */
    JournalId journal();

    /** Enforces the declared constraints. */
    @Value.Check
    default void check() {
        Constraints.check("ClosePolicy", this);
    }

    /** Straight to the account marked {@code retained-earnings}, keeping dimensions and currencies. */
    static ClosePolicy standard() {
        return builder().build();
    }

    /** A builder that begins with {@link #standard()}. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a policy. */
    final class Builder extends ImmutableClosePolicy.Builder {
        Builder() {
            throughIncomeSummary(false);
            foreignResult(ForeignResult.KEEP_CURRENCY);
            journal(JournalId.GENERAL);
        }

        /** The account that takes the result. */
        public Builder retainedEarnings(String code) {
            return retainedEarnings(AccountId.of(code));
        }

        /** Keeps the values on these axes only; none at all when called without one. */
        public Builder keepOnly(String... axes) {
            return keptDimensions(Sets.immutable.with(axes));
        }
    }
}
