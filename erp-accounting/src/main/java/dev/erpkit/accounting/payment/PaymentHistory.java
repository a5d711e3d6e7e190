package dev.erpkit.accounting.payment;

import dev.erpkit.accounting.payment.PaymentStep.Kind;
import dev.erpkit.core.posting.IdempotencyKey;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A payment with all that happened to it.
 *
 * @param payment the payment
 * @param steps what happened, in the order of their numbers; the first is that it was recorded
 */
public record PaymentHistory(Payment payment, ImmutableList<PaymentStep> steps) {
    /** Where it stands when every step has taken effect. */
    public PaymentStatus status() {
        return status(LocalDate.MAX);
    }

    /** Where it stood at the end of a day; as in transit before its own. */
    public PaymentStatus status(LocalDate asOf) {
        PaymentStatus status = PaymentStatus.IN_TRANSIT;
        for (PaymentStep step : steps) {
            if (!step.date().isAfter(asOf)) {
                status = switch (step.kind()) {
                    case RECORDED, APPLIED -> status;
                    case CLEARED -> PaymentStatus.CLEARED;
                    case FAILED -> PaymentStatus.FAILED;
                };
            }
        }
        return status;
    }

    /** Whether it stood on the clearing account at the end of a day. */
    public boolean inTransit(LocalDate asOf) {
        return !payment.date().isAfter(asOf) && status(asOf) == PaymentStatus.IN_TRANSIT;
    }

    /** What moves the bank account, in minor units: above zero when received. */
    public long signedMinor() {
        return payment.direction().sign() * payment.amountMinor();
    }

    /** The newest step of a kind. */
    public Optional<PaymentStep> last(Kind kind) {
        return steps.toReversed().detectOptional(step -> step.kind() == kind);
    }

    /** The step that a key named. */
    public Optional<PaymentStep> step(IdempotencyKey key) {
        return steps.detectOptional(step -> step.key().equals(key));
    }

    /** The day of the newest step. */
    public LocalDate lastDate() {
        return steps.collect(PaymentStep::date).max();
    }

    PaymentHistory with(PaymentStep step) {
        return new PaymentHistory(payment, steps.newWith(step));
    }

    /** As it was when that step was the newest. */
    PaymentHistory through(PaymentStep step) {
        return new PaymentHistory(payment, steps.take(step.number()));
    }
}
