package dev.erpkit.accounting.report;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.ledger.RegisterLine;
import dev.erpkit.accounting.ledger.Turnover;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The register of an account in a period: a page of the general ledger.
 *
 * @param account the account
 * @param name its name, the code where the chart does not know it
 * @param from the first day of the period, empty from the beginning of the books
 * @param through the last day
 * @param base opening, debits, credits and closing in base currency
 * @param lines the lines by day, then in the order of recording, with running balances
 */
public record AccountLedger(
        AccountId account,
        String name,
        Optional<LocalDate> from,
        LocalDate through,
        Turnover base,
        ImmutableList<RegisterLine> lines) {}
