package dev.erpkit.accounting.bank;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * One line of a bank statement.
 *
 * @param account the bank account, as the bank names it
 * @param date the booking date
 * @param amount the amount, positive when money came in
 * @param text what the bank says about it
 * @param reference the bank's own reference, unique on the account, where it gives one
 */
public record BankLine(String account, LocalDate date, MonetaryAmount amount, String text, Optional<String> reference) {
    /** Checks that the reference, where there is one, is not blank: {@code bank.reference}. */
    public BankLine {
        if (reference.isPresent() && reference.get().isBlank()) {
            throw new InvalidValueException("BankLine", "reference", "bank.reference", "must not be blank");
        }
    }

    /** What makes two lines look alike: the reference, or else everything else. */
    String likeness() {
        return reference
                .map(own -> "reference\n" + account + "\n" + own)
                .orElseGet(() -> "content\n" + account + "\n" + date + "\n" + Amounts.canonical(amount) + "\n" + text);
    }
}
