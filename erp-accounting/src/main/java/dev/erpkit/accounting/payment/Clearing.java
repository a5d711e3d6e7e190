package dev.erpkit.accounting.payment;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * What the bank booked of a payment.
 *
 * @param date the day of the booking
 * @param booked as the statement shows it: above zero when money came in
 * @param fee what the bank kept of what came in, or took besides what went out; not below zero
 * @param bankLine the line of the statement, by the host's id
 */
public record Clearing(LocalDate date, MonetaryAmount booked, MonetaryAmount fee, Optional<String> bankLine) {
    /** Checks the line: {@code payment.bank-line}. Checks the fee and the currencies: {@code payment.fee}. */
    public Clearing {
        if (bankLine.isPresent()
                && (bankLine.get().isBlank() || bankLine.get().length() > 128 || !Texts.isLabel(bankLine.get()))) {
            throw new InvalidValueException(
                    "Clearing",
                    "bankLine",
                    "payment.bank-line",
                    "must have 1 to 128 characters and no control characters");
        }
        if (Amounts.minor(fee) < 0 || !fee.getCurrency().equals(booked.getCurrency())) {
            throw new InvalidValueException(
                    "Clearing", "fee", "payment.fee", "must be in the currency of the booking and not below zero");
        }
    }

    /** A booking without a fee. */
    public static Clearing of(LocalDate date, MonetaryAmount booked) {
        return new Clearing(date, booked, Amounts.zero(booked.getCurrency()), Optional.empty());
    }

    /** The same booking, of which the bank kept a fee. */
    public Clearing less(MonetaryAmount kept) {
        return new Clearing(date, booked, kept, bankLine);
    }

    /** The same booking on a line of a statement. */
    public Clearing on(String line) {
        return new Clearing(date, booked, fee, Optional.of(line));
    }

    String text() {
        return date + "\n" + Amounts.canonical(booked) + "\n" + Amounts.canonical(fee) + "\n" + bankLine.orElse("");
    }
}
