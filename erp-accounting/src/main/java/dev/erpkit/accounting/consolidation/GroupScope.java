package dev.erpkit.accounting.consolidation;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.map.MutableMap;

/** What every step of one consolidation shares. Refusals of the steps are exceptions, caught where the figures are asked for. */
final class GroupScope {
    final Group group;
    final Chart chart;
    final DateRange period;
    final ConsolidationPolicy policy;
    private final ExchangeRates rates;
    private final MutableMap<CurrencyUnit, PeriodRates> byCurrency = Maps.mutable.empty();

    GroupScope(Group group, Chart chart, DateRange period, ConsolidationPolicy policy, ExchangeRates rates) {
        this.group = group;
        this.chart = chart;
        this.period = period;
        this.policy = policy;
        this.rates = rates;
    }

    LocalDate through() {
        return period.lastDay();
    }

    AccountId account(GroupRole role) {
        AccountId account = policy.accounts().get(role);
        if (account == null && role == GroupRole.ROUNDING) {
            return account(GroupRole.TRANSLATION_DIFFERENCE);
        }
        if (account == null || chart.lookup(account) == null) {
            throw new RefusedException(Refusal.of(
                            ConsolidationRefusals.ACCOUNT_MISSING,
                            "The figures need an account for " + role.text()
                                    + "; name one of the group chart in the policy")
                    .with("role", role.text()));
        }
        return account;
    }

    /** The account of the group chart that a caller named. */
    Account known(AccountId account) {
        Account found = chart.lookup(account);
        if (found == null) {
            throw new RefusedException(unmapped(account.value()));
        }
        return found;
    }

    static Refusal unmapped(String accounts) {
        return Refusal.of(
                        ConsolidationRefusals.UNMAPPED,
                        "Accounts have no postable account of the group chart: " + accounts
                                + "; map them or add them to the chart")
                .with("accounts", accounts);
    }

    AccountClass classOf(AccountId groupAccount) {
        return known(groupAccount).accountClass();
    }

    RateType rateType(AccountId groupAccount) {
        RateType named = policy.rateTypes().get(groupAccount);
        if (named != null) {
            return named;
        }
        return switch (classOf(groupAccount)) {
            case ASSET, LIABILITY -> RateType.CLOSING;
            case INCOME, EXPENSE -> RateType.AVERAGE;
            case EQUITY -> RateType.HISTORICAL;
        };
    }

    /** The rate of a type for an amount of a member of a day. */
    PeriodRates.Priced rate(GroupMember member, RateType type, LocalDate day) {
        return rates(member.currency()).of(member, type, day);
    }

    PeriodRates rates(CurrencyUnit currency) {
        return byCurrency.getIfAbsentPutWithKey(currency, of -> new PeriodRates(of, rates, period, policy));
    }

    long round(Rational exactMinor) {
        return exactMinor.fitsLongs()
                ? policy.rounding().minor(exactMinor.longNumerator(), exactMinor.longDenominator(), policy.currency())
                : policy.rounding().minor(exactMinor.numerator(), exactMinor.denominator(), policy.currency());
    }
}
