package dev.erpkit.company;

import dev.erpkit.accounting.chart.Side;
import dev.erpkit.accounting.rule.LineRule;
import dev.erpkit.accounting.rule.PostingRule;
import dev.erpkit.accounting.rule.PostingRules;

/** What events of the business come to in the books, as data: accounts are named here and not where things happen. */
final class Rules {
    private static final PostingRule SALE = PostingRule.builder()
            .eventType(Events.SALE)
            .add(openItem("receivable", Side.DEBIT, CompanyChart.RECEIVABLES))
            .add(goods(Side.CREDIT, Events.AT_HOME, "4110"))
            .add(goods(Side.CREDIT, Events.ABROAD, "4115"))
            .add(LineRule.credit("tax", CompanyChart.TAX_RECEIVED))
            .build();

    private static final PostingRule PURCHASE = PostingRule.builder()
            .eventType(Events.PURCHASE)
            .add(openItem("payable", Side.CREDIT, CompanyChart.PAYABLES))
            .add(goods(Side.DEBIT, Events.AT_HOME, "5120"))
            .add(goods(Side.DEBIT, Events.ABROAD, "5125"))
            .add(LineRule.debit("tax", CompanyChart.TAX_PAID))
            .build();

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
        return PostingRules.of(SALE, PURCHASE, PAYROLL);
    }

    private static LineRule openItem(String role, Side side, String account) {
        return LineRule.builder()
                .role(role)
                .side(side)
                .account(account)
                .openItem(true)
                .build();
    }

    private static LineRule goods(Side side, String where, String account) {
        return LineRule.builder()
                .role("goods")
                .qualifier(where)
                .side(side)
                .account(account)
                .build();
    }
}
