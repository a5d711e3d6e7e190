package dev.erpkit.accounting.consolidation;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import java.util.Optional;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.map.ImmutableMap;

/** Which account of the group chart takes what an account of a member has. Immutable. */
public final class AccountMapping {
    private final boolean sameCode;
    private final ImmutableMap<AccountId, AccountId> named;

    private AccountMapping(boolean sameCode, ImmutableMap<AccountId, AccountId> named) {
        this.sameCode = sameCode;
        this.named = named;
    }

    /** No account yet: all that is not named by {@link #with} is unmapped. */
    public static AccountMapping none() {
        return new AccountMapping(false, Maps.immutable.empty());
    }

    /** Accounts of the same code, as far as the group chart has them. */
    public static AccountMapping sameCodes() {
        return new AccountMapping(true, Maps.immutable.empty());
    }

    /** The same, where an account goes to this one of the group. */
    public AccountMapping with(String account, String groupAccount) {
        return with(AccountId.of(account), AccountId.of(groupAccount));
    }

    /** The same, where an account goes to this one of the group. */
    public AccountMapping with(AccountId account, AccountId groupAccount) {
        return new AccountMapping(sameCode, named.newWithKeyValue(account, groupAccount));
    }

    /** The account of the group, empty when there is none or lines may not name it. */
    public Optional<AccountId> find(AccountId account, Chart groupChart) {
        AccountId target = named.get(account);
        return Optional.ofNullable(target == null && sameCode ? account : target)
                .flatMap(groupChart::find)
                .filter(found -> found.postable())
                .map(found -> found.id());
    }
}
