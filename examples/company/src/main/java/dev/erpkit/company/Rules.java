package dev.erpkit.company;

import dev.erpkit.accounting.document.japan.JapaneseDocuments;
import dev.erpkit.accounting.rule.LineRule;
import dev.erpkit.accounting.rule.PostingRule;
import dev.erpkit.accounting.rule.PostingRules;

/** What events of the business come to in the books, as data: accounts are named here and not where things happen. */
final class Rules {
    /** The company's share of social insurance is an expense and a debt at once. */
    private static final PostingRule PAYROLL = PostingRule.builder()
            .eventType(Events.PAYROLL)
            .add(LineRule.debit("salaries", "6120"))
            .add(LineRule.debit("bonuses", "6130"))
            .add(LineRule.credit("income-tax", CompanyChart.WITHHELD_TAX))
            .add(LineRule.credit("resident-tax", CompanyChart.WITHHELD_RESIDENT_TAX))
            .add(LineRule.credit("insurance", CompanyChart.WITHHELD_INSURANCE))
            .add(LineRule.debit("company-insurance", "6150"))
            .add(LineRule.credit("company-insurance", CompanyChart.ACCRUED))
            .add(LineRule.credit("paid-out", CompanyChart.BANK))
            .build();

    private Rules() {}

    static PostingRules all() {
        return JapaneseDocuments.accounts()
                .qualified(Invoices.EXPORT, CompanyChart.EXPORTS)
                .qualified(Invoices.IMPORT, CompanyChart.IMPORTS)
                .rules()
                .with(PAYROLL);
    }
}
