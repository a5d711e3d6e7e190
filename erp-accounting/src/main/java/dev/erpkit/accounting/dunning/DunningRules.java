package dev.erpkit.accounting.dunning;

import dev.erpkit.accounting.chart.Side;
import dev.erpkit.accounting.rule.LineRule;
import dev.erpkit.accounting.rule.PostingRule;

/** How fees and interest of dunning reach the books. */
public final class DunningRules {
    /** The kind of event: one for each item and level that charges something. */
    public static final String EVENT = "dunning-charged";

    /** What the party owes for it, an open item of its own. */
    public static final String RECEIVABLE = "dunning-receivable";

    /** The fee. */
    public static final String FEE = "dunning-fee";

    /** The interest. */
    public static final String INTEREST = "dunning-interest";

    private DunningRules() {}

    /** A rule for the main book, from which a host starts. */
    public static PostingRule rule(String receivable, String feeIncome, String interestIncome) {
        PostingRule.Builder rule = PostingRule.builder();
        rule.eventType(EVENT);
        LineRule.Builder owed = LineRule.builder();
        owed.role(RECEIVABLE).side(Side.DEBIT).openItem(true);
        return rule.add(owed.account(receivable).build())
                .add(LineRule.credit(FEE, feeIncome))
                .add(LineRule.credit(INTEREST, interestIncome))
                .build();
    }
}
