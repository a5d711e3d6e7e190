package dev.erpkit.accounting.interchange;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.interchange.ResolvedTransaction.Posting;
import dev.erpkit.accounting.journal.BalanceAssertion;
import dev.erpkit.core.money.Amounts;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What the balance assertions of a transaction say of the books once its entry is posted: they hold within the file already.
 * An assertion in the midst of a transaction says the balance after its posting, so what follows on the account is added.
 * Those that include accounts below, and those for which something further down in the file counts, cannot be said of an
 * entry and stay with the file.
 */
final class AssertedBalances {
    private final Function<String, AccountId> accounts;
    private final ImportCurrencies currencies;

    AssertedBalances(Function<String, AccountId> accounts, ImportCurrencies currencies) {
        this.accounts = accounts;
        this.currencies = currencies;
    }

    private record Key(AccountId account, CurrencyUnit currency) {}

    ImmutableList<BalanceAssertion> of(
            ImmutableList<Posting> postings, ImmutableList<PlainTag> tags, boolean foretold) {
        Map<Key, BigDecimal> balances = new LinkedHashMap<>();
        for (Posting p : postings) {
            AccountId account = accounts.apply(p.account());
            if (!currencies.isBareZero(p.amount())) {
                balances.computeIfPresent(
                        new Key(account, currencies.of(p.amount().commodity(), p.line())),
                        (key, balance) -> balance.add(p.amount().quantity()));
            }
            p.assertion()
                    .filter(a -> foretold && !a.inclusive() && !currencies.isBareZero(a.amount()))
                    .ifPresent(a -> balances.put(
                            new Key(account, currencies.of(a.amount().commodity(), p.line())),
                            a.amount().quantity()));
        }
        ImmutableList<BalanceAssertion> told = tags.select(t -> t.name().equals(EntryTags.ASSERTS))
                .collect(t -> assertion(EntryTags.split(t.value(), 3)));
        return told.newWithAll(Lists.immutable
                .withAll(balances.entrySet())
                .collect(e -> new BalanceAssertion(
                        e.getKey().account(),
                        Amounts.of(e.getValue(), e.getKey().currency()))));
    }

    private BalanceAssertion assertion(String[] parts) {
        try {
            return new BalanceAssertion(
                    AccountId.of(parts[0]), Amounts.of(new BigDecimal(parts[1]), currencies.of(parts[2], 0)));
        } catch (NumberFormatException e) {
            throw new Malformed(ImportCodes.ENTRY, "'" + parts[1] + "' is no balance");
        }
    }
}
