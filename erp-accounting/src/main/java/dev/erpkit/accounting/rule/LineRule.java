package dev.erpkit.accounting.rule;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Side;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where the amounts of a role go. One amount may have a rule for each side: the cost of goods goes to the debit of one
 * account and to the credit of another.
 */
@ErpValue
@Value.Immutable
public sealed interface LineRule permits ImmutableLineRule {
    /** The role of the amounts. */
    @NotBlank
    @Size(max = 64)
    String role();

    /** The qualifier of the amounts; a rule with one comes before a rule for any. */
    Optional<@Size(max = 128) String> qualifier();

    /** The side on which a positive amount stands; a negative one stands on the other. */
    Side side();

    /** The account; without one the amount is left out of the book on purpose. */
    Optional<AccountId> account();

    /** What becomes of the coordinates of the amount. */
    DimensionMapping dimensions();

    /** Whether the line is an open item, known by the id of the source document and due when the event says. */
    boolean openItem();

    /** Enforces the declared constraints. */
    @Value.Check
    default void check() {
        Constraints.check("LineRule", this);
    }

    /** Tells whether the rule speaks about an amount. */
    default boolean matches(RoleAmount amount) {
        return role().equals(amount.role())
                && (qualifier().isEmpty() || qualifier().get().equals(amount.qualifier()));
    }

    /** Positive amounts of a role go to the debit of an account. */
    static LineRule debit(String role, String account) {
        return builder().role(role).side(Side.DEBIT).account(account).build();
    }

    /** Positive amounts of a role go to the credit of an account. */
    static LineRule credit(String role, String account) {
        return builder().role(role).side(Side.CREDIT).account(account).build();
    }

    /** Amounts of a role are left out of the book. */
    static LineRule leaveOut(String role) {
        return builder().role(role).side(Side.DEBIT).build();
    }

    /** A builder; any qualifier, the coordinates of the amount, no open item. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a rule. */
    final class Builder extends ImmutableLineRule.Builder {
        Builder() {
            dimensions(DimensionMapping.keep());
            openItem(false);
        }

        /** The account. */
        public Builder account(String code) {
            return account(AccountId.of(code));
        }
    }
}
