package dev.erpkit.accounting.payment;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Side;
import dev.erpkit.accounting.rule.LineRule;
import dev.erpkit.accounting.rule.PostingRule;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The accounting events of payments, and posting rules to start with.
 *
 * <table>
 * <caption>Roles; amounts are negative for what is sent</caption>
 * <tr><th>event</th><th>role</th><th>side</th><th>qualifier</th></tr>
 * <tr><td>payment-recorded</td><td>receivable, payable, advance-received or advance-paid</td><td>credit, open item</td>
 * <td>bank account</td></tr>
 * <tr><td></td><td>in-transit</td><td>debit</td><td>bank account</td></tr>
 * <tr><td>payment-cleared</td><td>in-transit</td><td>credit</td><td>bank account</td></tr>
 * <tr><td></td><td>bank</td><td>debit</td><td>bank account</td></tr>
 * <tr><td></td><td>bank-fee</td><td>debit</td><td>bank account</td></tr>
 * <tr><td>payment-fee</td><td>bank, bank-fee</td><td>debit</td><td>bank account</td></tr>
 * </table>
 */
public final class PaymentRules {
    /** A payment was recorded. */
    public static final String RECORDED = "payment-recorded";

    /** The bank has booked it. */
    public static final String CLEARED = "payment-cleared";

    /** The bank charges a fee for a payment that failed. */
    public static final String FEE = "payment-fee";

    /** What is on its way. */
    public static final String IN_TRANSIT = "in-transit";

    /** The balance at the bank. */
    public static final String BANK = "bank";

    /** What the bank keeps. */
    public static final String BANK_FEE = "bank-fee";

    private PaymentRules() {}

    /**
     * Rules for the main book.
     *
     * @param receivable the control account of customers
     * @param payable the control account of suppliers
     * @param advancesReceived the control account of advances received; the same as {@code receivable} where there is none
     * @param advancesPaid the control account of advances paid
     * @param bankFees the account that bears fees
     * @param banks our bank accounts
     */
    public static ImmutableList<PostingRule> standard(
            String receivable,
            String payable,
            String advancesReceived,
            String advancesPaid,
            String bankFees,
            ImmutableList<BankPosting> banks) {
        PostingRule.Builder recorded = PostingRule.builder();
        recorded.eventType(RECORDED);
        recorded.add(item(PaymentSubject.RECEIVABLE, receivable))
                .add(item(PaymentSubject.PAYABLE, payable))
                .add(item(PaymentSubject.ADVANCE_RECEIVED, advancesReceived))
                .add(item(PaymentSubject.ADVANCE_PAID, advancesPaid));
        PostingRule.Builder cleared = PostingRule.builder();
        cleared.eventType(CLEARED);
        PostingRule.Builder fee = PostingRule.builder();
        fee.eventType(FEE);
        for (BankPosting bank : banks) {
            recorded.add(line(IN_TRANSIT, Side.DEBIT, bank.inTransit(), bank.bankAccount()));
            cleared.add(line(IN_TRANSIT, Side.CREDIT, bank.inTransit(), bank.bankAccount()))
                    .add(line(BANK, Side.DEBIT, bank.account(), bank.bankAccount()));
            fee.add(line(BANK, Side.DEBIT, bank.account(), bank.bankAccount()));
        }
        cleared.add(LineRule.debit(BANK_FEE, bankFees));
        fee.add(LineRule.debit(BANK_FEE, bankFees));
        return Lists.immutable.of(recorded.build(), cleared.build(), fee.build());
    }

    private static LineRule item(PaymentSubject subject, String account) {
        return LineRule.builder()
                .role(subject.text())
                .side(Side.CREDIT)
                .openItem(true)
                .account(AccountId.of(account))
                .build();
    }

    private static LineRule line(String role, Side side, String account, String bankAccount) {
        return LineRule.builder()
                .role(role)
                .side(side)
                .qualifier(bankAccount)
                .account(AccountId.of(account))
                .build();
    }
}
