package dev.erpkit.accounting.cashtax;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.rule.LineRule;
import dev.erpkit.accounting.rule.PostingRule;

/**
 * The events of recognised tax and their posting rules. Roles, each qualified by the code of the tax: {@link #WAITING} what
 * the document has posted to a transition account, {@link #DUE} what is now owed or deductible, {@link #DIFFERENCE} what rates
 * have made of it.
 */
public final class CashTaxRules {
    /** Tax on sales is recognised. */
    public static final String SALE = "cash-tax-sale";
    /** Tax on purchases is recognised. */
    public static final String PURCHASE = "cash-tax-purchase";
    /** Leaves the transition account. */
    public static final String WAITING = "tax-waiting";
    /** Enters the account of the tax office. */
    public static final String DUE = "tax-due";
    /** The exchange difference of the tax. */
    public static final String DIFFERENCE = "tax-difference";

    private CashTaxRules() {}

    /** Tax on sales from its transition account to the one that is owed, all codes alike. */
    public static PostingRule sale(BookId book, String waiting, String due, String difference) {
        return PostingRule.builder()
                .eventType(SALE)
                .book(book)
                .add(LineRule.debit(WAITING, waiting))
                .add(LineRule.credit(DUE, due))
                .add(LineRule.debit(DIFFERENCE, difference))
                .build();
    }

    /** Tax on purchases from its transition account to the one that is deductible, all codes alike. */
    public static PostingRule purchase(BookId book, String waiting, String due, String difference) {
        return PostingRule.builder()
                .eventType(PURCHASE)
                .book(book)
                .add(LineRule.credit(WAITING, waiting))
                .add(LineRule.debit(DUE, due))
                .add(LineRule.credit(DIFFERENCE, difference))
                .build();
    }
}
