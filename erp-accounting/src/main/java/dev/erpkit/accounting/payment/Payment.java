package dev.erpkit.accounting.payment;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * A fact: a receipt, or a payment that we make. What becomes of it (cleared by the bank, failed) are further facts; its
 * status is a fold over them.
 *
 * <pre>{@code
 * Payment.received("receipt-7", "C-1", LocalDate.of(2026, 5, 29), Amounts.of("1100", "JPY"), "main")
 * }</pre>
 */
@ErpValue
@Value.Immutable
public sealed interface Payment permits ImmutablePayment {
    /** The client's id, also the idempotency key of recording. */
    PaymentId id();

    /** Which way the money goes. */
    PaymentDirection direction();

    /** What it is set off against. */
    PaymentSubject subject();

    /** Who pays or is paid. */
    PartyId party();

    /** From when on it counts: the day on which it was received, or handed to the bank. */
    LocalDate date();

    /** How much, above zero. */
    MonetaryAmount amount();

    /** The host's name of our bank account; the qualifier by which posting rules choose accounts. */
    @NotBlank
    @Size(max = 64)
    String bankAccount();

    /** What the payer wrote, or what the payee shall read; may be personal. */
    @Value.Redacted
    Optional<@Size(min = 1, max = 200) String> reference();

    /** The amount in minor units of its currency. */
    default long amountMinor() {
        return Amounts.minor(amount());
    }

    /**
     * Enforces the declared constraints, the amount and the texts.
     *
     * @throws InvalidValueException {@code payment.amount}, {@code amount.too-many-decimals}, {@code text.not-storable}
     */
    @Value.Check
    default void check() {
        Constraints.check("Payment", this);
        if (amountMinor() <= 0) {
            throw new InvalidValueException("Payment", "amount", "payment.amount", "must be above zero");
        }
        if (!Texts.isLabel(bankAccount()) || !reference().map(Texts::isStorable).orElse(true)) {
            throw new InvalidValueException(
                    "Payment", "reference", "text.not-storable", "must have no characters that stores cannot keep");
        }
    }

    /** A receipt from a customer. */
    static Payment received(String id, String party, LocalDate date, MonetaryAmount amount, String bankAccount) {
        return of(PaymentDirection.RECEIVED, PaymentSubject.RECEIVABLE, id, party, date, amount, bankAccount);
    }

    /** A payment to a supplier. */
    static Payment sent(String id, String party, LocalDate date, MonetaryAmount amount, String bankAccount) {
        return of(PaymentDirection.SENT, PaymentSubject.PAYABLE, id, party, date, amount, bankAccount);
    }

    private static Payment of(
            PaymentDirection direction,
            PaymentSubject subject,
            String id,
            String party,
            LocalDate date,
            MonetaryAmount amount,
            String bankAccount) {
        return builder()
                .id(PaymentId.of(id))
                .direction(direction)
                .subject(subject)
                .party(PartyId.of(party))
                .date(date)
                .amount(amount)
                .bankAccount(bankAccount)
                .build();
    }

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a payment. */
    final class Builder extends ImmutablePayment.Builder {
        Builder() {}
    }
}
