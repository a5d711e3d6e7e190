package dev.erpkit.accounting.bank;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * Names a stored line.
 *
 * @param account the bank account, at most 64 characters
 * @param number its place among the lines of the account, from 1
 */
public record BankLineId(String account, long number) implements Comparable<BankLineId> {
    /** Checks the form: {@code bank.line-id}. */
    public BankLineId {
        if (account.isBlank() || account.length() > 64 || !Texts.isLabel(account) || number < 1) {
            throw new InvalidValueException(
                    "BankLineId",
                    "account",
                    "bank.line-id",
                    "must have an account of 1 to 64 characters without control characters and a number from 1");
        }
    }

    @Override
    public int compareTo(BankLineId other) {
        int byAccount = account.compareTo(other.account);
        return byAccount != 0 ? byAccount : Long.compare(number, other.number);
    }

    /** Account and number, such as {@code main#17}. */
    @Override
    public String toString() {
        return account + "#" + number;
    }
}
