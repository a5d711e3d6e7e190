package dev.erpkit.accounting.report;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.ledger.AccountBalance;
import dev.erpkit.accounting.ledger.Turnover;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * An account in a trial balance.
 *
 * @param account the account
 * @param name its name, the code where the chart does not know it
 * @param base opening, debits, credits and closing in base currency
 * @param byCurrency the same for each transaction currency
 */
public record TrialBalanceRow(
        AccountId account, String name, Turnover base, ImmutableList<AccountBalance> byCurrency) {}
