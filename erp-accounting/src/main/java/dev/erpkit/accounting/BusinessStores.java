package dev.erpkit.accounting;

import dev.erpkit.accounting.asset.memory.MemoryAssetLog;
import dev.erpkit.accounting.asset.port.AssetLog;
import dev.erpkit.accounting.bank.memory.MemoryAssociationLog;
import dev.erpkit.accounting.bank.memory.MemoryStatementLog;
import dev.erpkit.accounting.bank.port.AssociationLog;
import dev.erpkit.accounting.bank.port.StatementLog;
import dev.erpkit.accounting.budget.memory.MemoryBudgetLog;
import dev.erpkit.accounting.budget.port.BudgetLog;
import dev.erpkit.accounting.consolidation.memory.MemoryConsolidationLog;
import dev.erpkit.accounting.consolidation.port.ConsolidationLog;
import dev.erpkit.accounting.declaration.memory.MemoryDeclarationLog;
import dev.erpkit.accounting.declaration.memory.MemoryTaxFactLog;
import dev.erpkit.accounting.declaration.port.DeclarationLog;
import dev.erpkit.accounting.declaration.port.TaxFactLog;
import dev.erpkit.accounting.deferral.memory.MemoryDeferralLog;
import dev.erpkit.accounting.deferral.port.DeferralLog;
import dev.erpkit.accounting.document.memory.MemoryDocumentLog;
import dev.erpkit.accounting.document.port.DocumentLog;
import dev.erpkit.accounting.dunning.memory.MemoryDunningLog;
import dev.erpkit.accounting.dunning.port.DunningLog;
import dev.erpkit.accounting.payment.memory.MemoryPaymentLog;
import dev.erpkit.accounting.payment.memory.MemoryProposalLog;
import dev.erpkit.accounting.payment.port.PaymentLog;
import dev.erpkit.accounting.payment.port.ProposalLog;
import dev.erpkit.accounting.recurring.memory.MemoryRecurringLog;
import dev.erpkit.accounting.recurring.port.RecurringLog;
import dev.erpkit.core.memory.MemoryUnitOfWork;

/**
 * The storage of one tenant's books and of the business around them: stores that commit and roll back together.
 *
 * @param books the stores of the books
 * @param documents what was issued
 * @param taxFacts what declarations are made up from
 * @param declarations declarations
 * @param payments receipts and payments
 * @param proposals payment proposals
 * @param statements bank statements and what became of their lines
 * @param associations what was learned from confirmed matches
 * @param dunning dunning
 * @param assets fixed assets
 * @param deferrals deferrals
 * @param recurring recurring events
 * @param budgets budgets and commitments
 * @param consolidations frozen consolidations and historical rates
 */
public record BusinessStores(
        BooksStores books,
        DocumentLog documents,
        TaxFactLog taxFacts,
        DeclarationLog declarations,
        PaymentLog payments,
        ProposalLog proposals,
        StatementLog statements,
        AssociationLog associations,
        DunningLog dunning,
        AssetLog assets,
        DeferralLog deferrals,
        RecurringLog recurring,
        BudgetLog budgets,
        ConsolidationLog consolidations) {
    /** Empty stores in memory. */
    public static BusinessStores inMemory() {
        return inMemory(new MemoryUnitOfWork());
    }

    /** Empty stores in memory that commit and roll back with others of a unit of work, such as those of sales. */
    public static BusinessStores inMemory(MemoryUnitOfWork work) {
        return new BusinessStores(
                BooksStores.inMemory(work),
                new MemoryDocumentLog(work),
                new MemoryTaxFactLog(work),
                new MemoryDeclarationLog(work),
                new MemoryPaymentLog(work),
                new MemoryProposalLog(work),
                new MemoryStatementLog(work),
                new MemoryAssociationLog(work),
                new MemoryDunningLog(work),
                new MemoryAssetLog(work),
                new MemoryDeferralLog(work),
                new MemoryRecurringLog(work),
                new MemoryBudgetLog(work),
                new MemoryConsolidationLog(work));
    }
}
