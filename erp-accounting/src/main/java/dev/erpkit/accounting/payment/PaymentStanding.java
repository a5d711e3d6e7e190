package dev.erpkit.accounting.payment;

import javax.money.MonetaryAmount;

/**
 * How a payment stands at the end of a day.
 *
 * @param history the payment with all that happened to it, also after the day
 * @param status where it stood
 * @param open what of it was not set off against anything, not negative: its advance; zero for one that failed
 */
public record PaymentStanding(PaymentHistory history, PaymentStatus status, MonetaryAmount open) {
    /** The payment. */
    public Payment payment() {
        return history.payment();
    }
}
