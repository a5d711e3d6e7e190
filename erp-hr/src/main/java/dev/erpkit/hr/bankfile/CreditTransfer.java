package dev.erpkit.hr.bankfile;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import dev.erpkit.hr.employment.BankAccount;
import javax.money.MonetaryAmount;

/**
 * An amount to be sent to somebody's account. Its text shows neither account nor amount.
 *
 * @param reference by which the sender knows it, 1 to 64 characters
 * @param payee who gets it
 * @param account where it goes
 * @param amount how much, above zero
 */
public record CreditTransfer(String reference, PartyId payee, BankAccount account, MonetaryAmount amount) {
    /** Checks {@code transfer.reference} and {@code transfer.amount}. */
    public CreditTransfer {
        if (reference.isBlank() || reference.length() > 64 || !Texts.isLabel(reference)) {
            throw new InvalidValueException(
                    "CreditTransfer",
                    "reference",
                    "transfer.reference",
                    "must have 1 to 64 characters and no control characters");
        }
        if (!amount.isPositive()) {
            throw new InvalidValueException(
                    "CreditTransfer", "amount", "transfer.amount", "must be above zero; leave out who gets nothing");
        }
    }

    @Override
    public String toString() {
        return "CreditTransfer[" + reference + "]";
    }
}
