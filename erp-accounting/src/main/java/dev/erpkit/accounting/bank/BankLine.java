package dev.erpkit.accounting.bank;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
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
    private static final int LONGEST_TEXT = 4_000;

    /** A bank's reference, the account or name of a counterparty. */
    static final int LONGEST_NAME = 1_000;

    /**
     * Checks that the reference, where there is one, is not blank ({@code bank.reference}), and the texts
     * ({@code bank.text}): the text has at most 4,000 characters, a reference 1,000, all of them storable.
     */
    public BankLine {
        if (isOutOfForm(text, LONGEST_TEXT)
                || reference.map(r -> isOutOfForm(r, LONGEST_NAME)).orElse(false)) {
            throw new InvalidValueException(
                    "BankLine", "text", "bank.text", "must have at most 4,000 characters that stores can keep");
        }
        if (reference.isPresent() && reference.get().isBlank()) {
            throw new InvalidValueException("BankLine", "reference", "bank.reference", "must not be blank");
        }
    }

    static boolean isOutOfForm(String text, int longest) {
        return text.length() > longest || !Texts.isStorable(text);
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
        return "line of " + account + " on " + date + " in "
                + amount.getCurrency().getCurrencyCode();
    }
}
