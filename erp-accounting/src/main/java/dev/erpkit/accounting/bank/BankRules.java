package dev.erpkit.accounting.bank;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Side;
import dev.erpkit.accounting.payment.BankPosting;
import dev.erpkit.accounting.rule.LineRule;
import dev.erpkit.accounting.rule.PostingRule;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * The accounting event of lines that are booked without a payment, and posting rules to start with: event
 * {@code bank-line-booked} with the role {@code bank} on the debit side, qualified by bank account, and
 * {@code counterpart} on the credit side, qualified by purpose; amounts are negative for money that went out. The purpose
 * {@code suspense} takes what is not known.
 */
public final class BankRules {
    /** A line was booked for a purpose. */
    public static final String BOOKED = "bank-line-booked";

    /** The other side of the line. */
    public static final String COUNTERPART = "counterpart";

    /** The purpose of lines that are not known. */
    public static final String SUSPENSE = "suspense";

    private BankRules() {}

    /**
     * A rule for the main book.
     *
     * @param banks our bank accounts
     * @param purposes the account of each purpose, that of {@code suspense} among them
     */
    public static PostingRule standard(ImmutableList<BankPosting> banks, ImmutableSortedMap<String, String> purposes) {
        PostingRule.Builder rule = PostingRule.builder();
        rule.eventType(BOOKED);
        banks.forEach(bank -> rule.add(line("bank", Side.DEBIT, bank.account(), bank.bankAccount())));
        purposes.forEachKeyValue((purpose, account) -> rule.add(line(COUNTERPART, Side.CREDIT, account, purpose)));
        return rule.build();
    }

    private static LineRule line(String role, Side side, String account, String qualifier) {
        return LineRule.builder()
                .role(role)
                .side(side)
                .qualifier(qualifier)
                .account(AccountId.of(account))
                .build();
    }
}
