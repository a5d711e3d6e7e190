package dev.erpkit.accounting.bank;

import dev.erpkit.accounting.payment.Allocation;
import dev.erpkit.accounting.payment.PaymentId;
import dev.erpkit.accounting.payment.PaymentSubject;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import javax.money.MonetaryAmount;

/** What a line is, as a command. */
public sealed interface Settlement {
    /**
     * It clears a payment in transit.
     *
     * @param payment the payment
     * @param fee what the bank kept
     */
    record Clears(PaymentId payment, MonetaryAmount fee) implements Settlement {}

    /**
     * It is a receipt from a party, or a payment to it, that nobody recorded before.
     *
     * @param party the party
     * @param subject what it is set off against
     * @param allocation which items it settles
     */
    record OfParty(PartyId party, PaymentSubject subject, Allocation allocation) implements Settlement {}

    /**
     * It is a payment that came back.
     *
     * @param payment the payment
     */
    record Returns(PaymentId payment) implements Settlement {}

    /**
     * It is booked for a purpose.
     *
     * @param purpose the qualifier by which posting rules choose the account
     */
    record Booked(String purpose) implements Settlement {}

    /** It is not known what it is. */
    record Suspense() implements Settlement {}

    /** The choice as one stable text, for fingerprints. */
    default String text() {
        if (this instanceof Clears clears) {
            return "clears " + clears.payment() + " " + Amounts.canonical(clears.fee());
        }
        if (this instanceof OfParty of) {
            return "of " + of.party() + "\n" + of.subject().text() + "\n"
                    + of.allocation().text();
        }
        if (this instanceof Returns returns) {
            return "returns " + returns.payment();
        }
        return this instanceof Booked booked ? "booked " + booked.purpose() : "suspense";
    }
}
