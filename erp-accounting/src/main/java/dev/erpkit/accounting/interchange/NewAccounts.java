package dev.erpkit.accounting.interchange;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.interchange.ResolvedTransaction.Posting;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The accounts that an import names and the chart does not hold yet, with those above them. */
final class NewAccounts {
    private final ImportPolicy policy;
    private final Function<String, Optional<PlainAccountType>> types;
    private final Set<AccountId> known = new HashSet<>();
    private final MutableList<Account> fresh = Lists.mutable.empty();

    /** @param types the type of an account by its name in the file */
    NewAccounts(Chart chart, ImportPolicy policy, Function<String, Optional<PlainAccountType>> types) {
        this.policy = policy;
        this.types = types;
        chart.accounts().forEach(account -> known.add(account.id()));
    }

    /** Notes the accounts of a transaction; refuses one of which nobody knows the class. */
    void note(ResolvedTransaction t, boolean needsTrading) {
        for (Posting p : t.postings()) {
            if (p.kind() == PostingKind.REAL) {
                note(p.account(), p.line());
            }
        }
        if (needsTrading && known.add(policy.trading())) {
            String name = policy.trading().value();
            fresh.add(Account.of(name, last(name), AccountClass.EQUITY));
        }
    }

    private void note(String name, int line) {
        AccountId mapped = policy.accounts().get(name);
        AccountId id = mapped != null ? mapped : AccountId.of(name);
        if (known.contains(id)) {
            return;
        }
        Account.Builder account = Account.builder();
        account.id(id).name(last(name)).accountClass(accountClass(name, line));
        int colon = name.lastIndexOf(':');
        if (mapped == null && colon > 0) {
            String above = name.substring(0, colon);
            note(above, line);
            account.parent(Optional.ofNullable(policy.accounts().get(above)).orElseGet(() -> AccountId.of(above)));
        }
        known.add(id);
        fresh.add(account.build());
    }

    private static String last(String name) {
        String part = name.substring(name.lastIndexOf(':') + 1);
        return part.isBlank() ? name : part;
    }

    private AccountClass accountClass(String name, int line) {
        int colon = name.indexOf(':');
        AccountClass chosen = policy.classes().get(colon < 0 ? name : name.substring(0, colon));
        if (chosen != null) {
            return chosen;
        }
        PlainAccountType type = types.apply(name).orElse(null);
        if (type == null) {
            throw new Malformed(
                    ImportCodes.ACCOUNT_CLASS,
                    line,
                    "the class of the new account '" + name + "' is not known; declare it: account " + name
                            + "  ; type: A, L, E, R or X");
        }
        return switch (type) {
            case ASSET -> AccountClass.ASSET;
            case LIABILITY -> AccountClass.LIABILITY;
            case EQUITY -> AccountClass.EQUITY;
            case REVENUE -> AccountClass.INCOME;
            case EXPENSE -> AccountClass.EXPENSE;
        };
    }

    /** The accounts noted since the last call, each below one that is there. */
    ImmutableList<Account> take() {
        ImmutableList<Account> taken = fresh.toImmutable();
        fresh.clear();
        return taken;
    }
}
