package dev.erpkit.accounting.payment;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * A payment that came to nothing: a bounced check, a returned transfer, a direct debit that was called back.
 *
 * @param date the day
 * @param fee what the bank charges us for it, not below zero
 * @param bankLine the line of the statement, by the host's id
 */
public record Failure(LocalDate date, MonetaryAmount fee, Optional<String> bankLine) {
    /** Checks the line: {@code payment.bank-line}. Checks the fee: {@code payment.fee}. */
    public Failure {
        if (bankLine.isPresent()
                && (bankLine.get().isBlank() || bankLine.get().length() > 128 || !Texts.isLabel(bankLine.get()))) {
            throw new InvalidValueException(
                    "Failure",
                    "bankLine",
                    "payment.bank-line",
                    "must have 1 to 128 characters and no control characters");
        }
        if (Amounts.minor(fee) < 0) {
            throw new InvalidValueException("Failure", "fee", "payment.fee", "must not be below zero");
        }
    }

    /** A failure for which the bank charges this. */
    public static Failure of(LocalDate date, MonetaryAmount fee) {
        return new Failure(date, fee, Optional.empty());
    }

    /** The same failure on a line of a statement. */
    public Failure on(String line) {
        return new Failure(date, fee, Optional.of(line));
    }

    String text() {
        return date + "\n" + Amounts.canonical(fee) + "\n" + bankLine.orElse("");
    }
}
