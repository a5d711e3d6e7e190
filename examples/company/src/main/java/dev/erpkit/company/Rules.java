package dev.erpkit.company;

import dev.erpkit.accounting.bank.BankRules;
import dev.erpkit.accounting.document.japan.JapaneseDocuments;
import dev.erpkit.accounting.payment.BankPosting;
import dev.erpkit.accounting.payment.PaymentRules;
import dev.erpkit.accounting.rule.LineRule;
import dev.erpkit.accounting.rule.PostingRule;
import dev.erpkit.accounting.rule.PostingRules;
import dev.erpkit.company.goods.VendorBills;
import dev.erpkit.company.sales.CampaignCost;
import dev.erpkit.inventory.move.StockService;
import dev.erpkit.inventory.posting.StockRole;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/** What events of the business come to in the books, as data: accounts are named here and not where things happen. */
final class Rules {
    /** Goods in the books as they are in stock; what came and is not billed is owed until the bill meets it. */
    private static final PostingRule GOODS = PostingRule.builder()
            .eventType(StockService.EVENT)
            .add(LineRule.debit(StockRole.STOCK.text(), CompanyChart.MERCHANDISE))
            .add(LineRule.credit(StockRole.GOODS_RECEIVED.text(), CompanyChart.GOODS_RECEIVED))
            .add(LineRule.credit(StockRole.OPENING.text(), CompanyChart.GOODS_RECEIVED))
            .add(LineRule.credit(StockRole.CHARGES.text(), CompanyChart.IMPORT_CHARGES))
            .add(LineRule.debit(StockRole.COST_OF_GOODS.text(), CompanyChart.COST_OF_GOODS))
            .add(LineRule.debit(StockRole.VARIANCE.text(), CompanyChart.SHRINKAGE))
            .add(LineRule.debit(StockRole.ADJUSTMENT.text(), CompanyChart.SHRINKAGE))
            .build();

    /** What the rate has changed between the receipt of goods and their bill. */
    private static final PostingRule PURCHASE_EXCHANGE = PostingRule.builder()
            .eventType(VendorBills.EVENT)
            .add(LineRule.credit(VendorBills.RECEIVED, CompanyChart.GOODS_RECEIVED))
            .add(LineRule.credit(VendorBills.GAIN, CompanyChart.EXCHANGE_GAIN))
            .add(LineRule.debit(VendorBills.LOSS, CompanyChart.EXCHANGE_LOSS))
            .build();

    /** Vouchers to give away bear no consumption tax. */
    private static final PostingRule CAMPAIGN = PostingRule.builder()
            .eventType(CampaignCost.EVENT)
            .add(LineRule.debit(CampaignCost.SPENT, CompanyChart.ADVERTISING))
            .add(LineRule.credit(CampaignCost.PAID, CompanyChart.BANK))
            .build();

    private Rules() {}

    static PostingRules all() {
        ImmutableList<BankPosting> banks = Lists.immutable.of(CollectionAccount.POSTING);
        return JapaneseDocuments.accounts()
                .qualified(Invoices.EXPORT, CompanyChart.EXPORTS)
                .qualified(Invoices.GOODS, CompanyChart.GOODS_RECEIVED)
                .qualified(Invoices.CHARGES, CompanyChart.IMPORT_CHARGES)
                .rules()
                .with(
                        PayrollBooks.rule(),
                        GOODS,
                        PURCHASE_EXCHANGE,
                        CAMPAIGN,
                        Insurance.rule(),
                        BankRules.standard(banks, purposes()))
                .with(of(FixedAssets.rules()))
                .with(of(PaymentRules.standard(
                        CompanyChart.RECEIVABLES,
                        CompanyChart.PAYABLES,
                        CompanyChart.RECEIVABLES,
                        CompanyChart.PAYABLES,
                        "6360",
                        banks)));
    }

    private static PostingRules of(ImmutableList<PostingRule> rules) {
        return PostingRules.of(rules.toArray(new PostingRule[0]));
    }

    private static ImmutableSortedMap<String, String> purposes() {
        return SortedMaps.immutable.of(
                CollectionAccount.TO_MAIN_ACCOUNT, CompanyChart.BANK, BankRules.SUSPENSE, CompanyChart.SUSPENSE);
    }
}
