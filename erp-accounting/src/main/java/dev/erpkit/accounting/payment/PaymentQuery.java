package dev.erpkit.accounting.payment;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.party.PartyId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Chooses payments; all conditions must hold.
 *
 * @param party only payments of this party
 * @param direction only receipts, or only what we paid
 * @param status only payments that stand so at the end of the day that is asked about
 * @param dates only payments dated in this range
 * @param open only payments of which something is open at the end of that day: advances, what was paid too much
 */
public record PaymentQuery(
        Optional<PartyId> party,
        Optional<PaymentDirection> direction,
        Optional<PaymentStatus> status,
        DateRange dates,
        boolean open) {
    /** Every payment. */
    public static PaymentQuery all() {
        return new PaymentQuery(Optional.empty(), Optional.empty(), Optional.empty(), DateRange.all(), false);
    }

    /** The same choice of one party. */
    public PaymentQuery of(PartyId one) {
        return new PaymentQuery(Optional.of(one), direction, status, dates, open);
    }

    /** The same choice in one direction. */
    public PaymentQuery of(PaymentDirection one) {
        return new PaymentQuery(party, Optional.of(one), status, dates, open);
    }

    /** The same choice of those that stand so. */
    public PaymentQuery at(PaymentStatus one) {
        return new PaymentQuery(party, direction, Optional.of(one), dates, open);
    }

    /** The same choice in a range of days. */
    public PaymentQuery in(DateRange range) {
        return new PaymentQuery(party, direction, status, range, open);
    }

    /** The same choice of those of which something is open. */
    public PaymentQuery withOpenRest() {
        return new PaymentQuery(party, direction, status, dates, true);
    }

    /** Whether it chooses a payment, whatever is open of it. */
    boolean chooses(PaymentHistory history, LocalDate asOf) {
        Payment payment = history.payment();
        return !payment.date().isAfter(asOf)
                && party.map(payment.party()::equals).orElse(true)
                && direction.map(one -> one == payment.direction()).orElse(true)
                && status.map(one -> one == history.status(asOf)).orElse(true)
                && dates.contains(payment.date());
    }
}
