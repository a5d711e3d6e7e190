package dev.erpkit.accounting.close;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * The accounts through which a result passes.
 *
 * @param retainedEarnings where it ends
 * @param incomeSummary where it is collected first, where the policy wants that
 * @param trading what takes foreign amounts, where the policy wants that
 */
record CloseAccounts(AccountId retainedEarnings, Optional<AccountId> incomeSummary, Optional<AccountId> trading) {

    static Outcome<CloseAccounts> of(Chart chart, ClosePolicy policy, LocalDate date) {
        Outcome<AccountId> target = policy.retainedEarnings().isPresent()
                ? named(chart, policy.retainedEarnings().get(), date)
                : marked(chart, "retained-earnings", date, CloseRefusals.NO_RETAINED_EARNINGS);
        return target.then(result -> optional(
                        policy.throughIncomeSummary(), chart, "income-summary", date, CloseRefusals.NO_INCOME_SUMMARY)
                .then(summary -> optional(
                                policy.foreignResult() == ForeignResult.THROUGH_TRADING,
                                chart,
                                "trading",
                                date,
                                CloseRefusals.NO_TRADING)
                        .map(trading -> new CloseAccounts(result, summary, trading))));
    }

    private static Outcome<Optional<AccountId>> optional(
            boolean wanted, Chart chart, String mark, LocalDate date, RefusalCode code) {
        return wanted ? marked(chart, mark, date, code).map(Optional::of) : Outcome.accepted(Optional.empty());
    }

    private static Outcome<AccountId> marked(Chart chart, String mark, LocalDate date, RefusalCode code) {
        ImmutableList<Account> found = chart.tagged(mark).select(a -> usable(a, date));
        if (found.size() == 1) {
            return Outcome.accepted(found.getOnly().id());
        }
        return Outcome.refused(Refusal.of(
                        code,
                        found.size() + " balance sheet accounts that are valid on " + date + " bear the mark " + mark
                                + "; mark exactly one, or name the account in the policy")
                .with("mark", mark)
                .with("found", found.size()));
    }

    private static Outcome<AccountId> named(Chart chart, AccountId id, LocalDate date) {
        if (chart.find(id).filter(a -> usable(a, date)).isPresent()) {
            return Outcome.accepted(id);
        }
        return Outcome.refused(Refusal.of(
                        CloseRefusals.NO_RETAINED_EARNINGS,
                        "Account " + id + " is no postable balance sheet account that is valid on " + date
                                + "; name another one in the policy")
                .with("account", id));
    }

    /** The same accounts, or {@code close.currency} when one of them does not take what arrives on it. */
    Outcome<CloseAccounts> taking(Chart chart, ImmutableList<ResultBalance> result) {
        ImmutableList<String> arriving = result.collect(
                        balance -> (trading.isPresent() ? balance.base() : balance.amount()).getCurrency())
                .collect(CurrencyUnit::getCurrencyCode)
                .distinct();
        for (AccountId id : incomeSummary
                .map(Lists.immutable::of)
                .orElseGet(Lists.immutable::empty)
                .newWith(retainedEarnings)) {
            ImmutableSet<String> taken = chart.find(id).orElseThrow().currencies();
            String other = taken.isEmpty() ? null : arriving.detect(code -> !taken.contains(code));
            if (other != null) {
                return Outcome.refused(Refusal.of(
                                CloseRefusals.CURRENCY,
                                "Account " + id + " takes only "
                                        + taken.toSortedList().makeString(", ") + " but part of the result is in "
                                        + other
                                        + "; carry it through the trading account, or to an account that takes it")
                        .with("account", id)
                        .with("currency", other));
            }
        }
        return Outcome.accepted(this);
    }

    private static boolean usable(Account account, LocalDate date) {
        return account.postable() && account.accountClass().balanceSheet() && account.validOn(date);
    }
}
