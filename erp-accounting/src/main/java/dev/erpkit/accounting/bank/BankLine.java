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
 * @param counterparty who stands on the other side; does not tell lines apart, since not every file of a bank has it
 */
public record BankLine(
        String account,
        LocalDate date,
        MonetaryAmount amount,
        String text,
        Optional<String> reference,
        Counterparty counterparty) {
    /** Checks that the reference, where there is one, is not blank: {@code bank.reference}. */
    public BankLine {
        if (reference.isPresent() && reference.get().isBlank()) {
            throw new InvalidValueException("BankLine", "reference", "bank.reference", "must not be blank");
        }
    }

    /** A line that does not say who stands on the other side. */
    public BankLine(String account, LocalDate date, MonetaryAmount amount, String text, Optional<String> reference) {
        this(account, date, amount, text, reference, Counterparty.NONE);
    }

    /** The same line with who stands on the other side. */
    public BankLine by(Counterparty who) {
        return new BankLine(account, date, amount, text, reference, who);
    }

    /** What makes two lines look alike: the reference, or else everything else but the counterparty. */
    String likeness() {
        return reference
                .map(own -> "reference\n" + account + "\n" + own)
                .orElseGet(() -> "content\n" + account + "\n" + date + "\n" + Amounts.canonical(amount) + "\n" + text);
    }

    /** Without what the bank says, which may be personal. */
    @Override
    public String toString() {
        return "line of " + account + " on " + date + " in " + amount.getCurrency().getCurrencyCode();
    }
}
