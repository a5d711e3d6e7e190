package dev.erpkit.company;

import dev.erpkit.accounting.bank.BankRules;
import dev.erpkit.accounting.document.japan.JapaneseDocuments;
import dev.erpkit.accounting.payment.BankPosting;
import dev.erpkit.accounting.payment.PaymentRules;
import dev.erpkit.accounting.rule.PostingRule;
import dev.erpkit.accounting.rule.PostingRules;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/** What events of the business come to in the books, as data: accounts are named here and not where things happen. */
final class Rules {
    private Rules() {}

    static PostingRules all() {
        ImmutableList<BankPosting> banks = Lists.immutable.of(CollectionAccount.POSTING);
        return JapaneseDocuments.accounts()
                .qualified(Invoices.EXPORT, CompanyChart.EXPORTS)
                .qualified(Invoices.IMPORT, CompanyChart.IMPORTS)
                .rules()
                .with(PayrollBooks.rule(), Insurance.rule(), BankRules.standard(banks, purposes()))
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
