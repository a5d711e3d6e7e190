package dev.erpkit.testkit.cases;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Every kind of case the kit knows, most particular first. */
final class Readers {
    private Readers() {}

    static ImmutableList<CaseReader> all() {
        return books().newWithAll(GoodsReaders.all())
                .newWithAll(PeopleReaders.all())
                .newWithAll(CustomerReaders.all());
    }

    private static ImmutableList<CaseReader> books() {
        return Lists.immutable.of(
                FxReaders::pairMatching,
                FxReaders::paymentAtOtherRate,
                FxReaders::itemsOfOneCurrency,
                FxReaders::internalTransfer,
                RevaluationReader::run,
                PriceReader::run,
                PostingReaders::documentLines,
                PostingReaders::totalPrices,
                PostingReaders::linkedBatch,
                PostingReaders::canonicalAmount,
                LedgerReaders::chain,
                LedgerReaders::limits,
                LedgerReaders::assertions,
                SharesReader::run,
                PlainDatesReader::run,
                CostLayersReader::run,
                TwoPhaseReader::run,
                YearCloseReader::run,
                StepsReader::run,
                ItemReaders::unmatching,
                ItemReaders::otherCurrencyOffset,
                ItemReaders::allowances,
                ItemReaders::forbiddenPairs,
                ItemReaders::batch,
                AllocationReader::run,
                ItemReaders::twoStatements,
                InstalmentReader::run,
                BalanceReader::run,
                TwoViewsReader::run,
                CashTaxReader::run,
                CashTaxDatesReader::run,
                BankReaders::arithmetic,
                BankReaders::overlappingFiles,
                TaxReader::run,
                TermReaders::dueDates,
                TermReaders::instalments,
                ForeignDiscountReader::run,
                DiscountReaders::divided,
                DiscountReaders::run,
                CashReaders::run,
                DunningReader::run,
                PaymentReaders::netting,
                PaymentReaders::clearing,
                PaymentReaders::writeOffs,
                DepreciationReader::dayCount,
                DepreciationReader::run,
                DeferralCreditReader::run,
                DeferralReader::run,
                BudgetGoalReader::run,
                BudgetSpreadReader::run,
                BudgetControlReader::run,
                ConsolidationReader::run,
                GroupReader::run,
                StatementReader::run,
                PeriodCloseReader::run,
                AgeingReader::run,
                ConvertReader::run,
                SettlementReader::run,
                ScenarioReader::run);
    }
}
