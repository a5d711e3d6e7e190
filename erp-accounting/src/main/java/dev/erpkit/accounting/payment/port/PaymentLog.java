package dev.erpkit.accounting.payment.port;

import dev.erpkit.accounting.payment.Payment;
import dev.erpkit.accounting.payment.PaymentHistory;
import dev.erpkit.accounting.payment.PaymentId;
import dev.erpkit.accounting.payment.PaymentStep;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.port.StaleVersionException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Port: the payments of one tenant and what happened to them, insert-only. What comes back equals what was appended: minor
 * units and dates exactly, texts to the character, instants to the microsecond.
 *
 * <p>Of two steps decided from the same state one is appended and the other gets {@link StaleVersionException}, so that no
 * payment is cleared or fails twice.
 */
public interface PaymentLog {
    /**
     * Inserts a payment with its first step.
     *
     * @throws DuplicateKeyException when the id is taken
     * @throws IllegalArgumentException when the step is not its first one
     */
    void insert(Payment payment, PaymentStep first);

    /**
     * Appends a step.
     *
     * @throws NotFoundException when there is no such payment
     * @throws DuplicateKeyException when a step of the payment has its key
     * @throws StaleVersionException when its number does not follow the newest step
     */
    void append(PaymentStep step);

    /** The payment with all its steps, in the order of their numbers. */
    Optional<PaymentHistory> find(PaymentId id);

    /** Pushes all payments in the order in which they were inserted; the adapter owns the cursor. */
    void forEach(Consumer<? super PaymentHistory> sink);
}
