package dev.erpkit.hr.employment;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * Where pay is sent. Its text never shows the account; whether the numbers can be right is for the {@link AccountRule} of its
 * scheme to say.
 *
 * @param scheme how the numbers are to be read, such as {@code zengin} or {@code ach}
 * @param bank the number of the bank
 * @param branch the number of the branch, empty text where the scheme has none
 * @param type the kind of account by the scheme
 * @param number the number of the account
 * @param holder the holder's name as the bank writes it
 */
public record BankAccount(String scheme, String bank, String branch, String type, String number, String holder) {
    /** Checks lengths and characters: {@code bank-account.form}. */
    public BankAccount {
        for (String text : new String[] {scheme, bank, branch, type, number, holder}) {
            if (text.length() > 100 || !Texts.isLabel(text)) {
                throw new InvalidValueException(
                        "BankAccount",
                        "number",
                        "bank-account.form",
                        "must have parts of at most 100 characters without control characters");
            }
        }
    }

    @Override
    public String toString() {
        return "BankAccount[" + scheme + "]";
    }
}
