package dev.erpkit.company.report;

import dev.erpkit.accounting.asset.AssetRegister;
import dev.erpkit.accounting.bank.LineHistory;
import dev.erpkit.accounting.bank.Reconciliation;
import dev.erpkit.accounting.bank.StoredStatement;
import dev.erpkit.accounting.budget.BudgetReport;
import dev.erpkit.accounting.declaration.japan.ConsumptionTaxReturn;
import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.accounting.dunning.DunningLetter;
import dev.erpkit.core.trace.TraceStep;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What is to be told of the business around the books.
 *
 * @param invoice an invoice of two rates
 * @param derivation how its tax came about
 * @param assets 固定資産台帳
 * @param letters the letters to late customers, in the order of their days
 * @param budget plan and actual
 * @param taxReturn the return of consumption tax of the year
 * @param statements the statements of the collection account
 * @param lines their lines
 * @param stock what is told of goods
 * @param bank why the bank and the books differ at the end of the year
 */
public record BusinessReports(
        IssuedDocument invoice,
        TraceStep derivation,
        AssetRegister assets,
        ImmutableList<DunningLetter> letters,
        BudgetReport budget,
        ConsumptionTaxReturn taxReturn,
        ImmutableList<StoredStatement> statements,
        ImmutableList<LineHistory> lines,
        StockReports stock,
        Reconciliation bank) {}
