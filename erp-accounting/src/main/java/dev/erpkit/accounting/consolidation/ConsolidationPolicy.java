package dev.erpkit.accounting.consolidation;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.map.MutableMap;
import org.immutables.value.Value;

/** How the figures of a group are drawn up. */
@ErpValue
@Value.Immutable
public sealed interface ConsolidationPolicy permits ImmutableConsolidationPolicy {
    /** The currency of the group. */
    CurrencyUnit currency();

    /** How each cell, an account of a member in the currency of the group, is rounded; once, after all its parts are added. */
    RoundingPolicy rounding();

    /** Over what average rates are taken. */
    AverageBasis averages();

    /** How intercompany amounts are taken out. */
    EliminationPolicy elimination();

    /** The accounts of the group chart that take what members have no account for. */
    ImmutableMap<GroupRole, AccountId> accounts();

    /**
     * Accounts of the group chart that are translated at another type of rate than their class is: {@code closing} for
     * assets and liabilities, {@code average} for income and expense, {@code historical} for equity.
     */
    ImmutableMap<AccountId, RateType> rateTypes();

    /** Enforces the declared constraints. */
    @Value.Check
    default void check() {
        Constraints.check("ConsolidationPolicy", this);
    }

    /** A builder: half up to the decimals of the currency, one average for the period, matched eliminations. */
    static Builder builder(String currency) {
        Builder builder = new Builder();
        builder.currency(Amounts.currency(currency));
        return builder;
    }

    /** Builds a policy. */
    final class Builder extends ImmutableConsolidationPolicy.Builder {
        private final MutableMap<GroupRole, AccountId> byRole = Maps.mutable.empty();
        private final MutableMap<AccountId, RateType> byAccount = Maps.mutable.empty();

        Builder() {
            rounding(RoundingPolicy.toCurrency(RoundingRule.HALF_UP));
            averages(AverageBasis.PERIOD);
            elimination(EliminationPolicy.MATCHED);
            accounts(Maps.immutable.empty());
            rateTypes(Maps.immutable.empty());
        }

        /** The account of a role. */
        public Builder account(GroupRole role, String account) {
            byRole.put(role, AccountId.of(account));
            return accounts(byRole.toImmutable());
        }

        /** The type of rate of an account of the group. */
        public Builder rateType(String account, RateType type) {
            byAccount.put(AccountId.of(account), type);
            return rateTypes(byAccount.toImmutable());
        }
    }
}
