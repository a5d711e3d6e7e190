package dev.erpkit.hr.japan.bankfile;

import dev.erpkit.core.value.InvalidValueException;
import java.util.regex.Pattern;

/**
 * Who orders the transfers, and from which account.
 *
 * @param clientCode the code that the bank gave, 1 to 10 digits
 * @param name in kana, 1 to 40 half-width letters
 * @param bank four digits
 * @param bankName in kana, up to 15 half-width letters, may be empty
 * @param branch three digits
 * @param branchName in kana, up to 15 half-width letters, may be empty
 * @param accountType 1 ordinary, 2 current, 9 other
 * @param accountNumber seven digits
 */
public record ZenginOrderer(
        String clientCode,
        String name,
        String bank,
        String bankName,
        String branch,
        String branchName,
        String accountType,
        String accountNumber) {
    private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,10}/[0-9]{4}/[0-9]{3}/[129]/[0-9]{7}");

    /** Fills the code with zeros and turns the names into half-width kana; checks {@code zengin.orderer-number} and {@code zengin.orderer-name}. */
    public ZenginOrderer {
        String numbers = String.join("/", clientCode, bank, branch, accountType, accountNumber);
        if (!NUMBERS.matcher(numbers).matches()) {
            throw new InvalidValueException(
                    "ZenginOrderer",
                    "accountNumber",
                    "zengin.orderer-number",
                    "must have a code of up to 10 digits, bank 4, branch 3, type 1, 2 or 9 and account 7 digits");
        }
        clientCode = "0".repeat(10 - clientCode.length()) + clientCode;
        name = kana(name, 1, 40);
        bankName = kana(bankName, 0, 15);
        branchName = kana(branchName, 0, 15);
    }

    private static String kana(String text, int least, int most) {
        return HalfWidthKana.of(text)
                .map(String::strip)
                .filter(kana -> kana.length() >= least && kana.length() <= most)
                .orElseThrow(
                        () -> new InvalidValueException(
                                "ZenginOrderer",
                                "name",
                                "zengin.orderer-name",
                                "must be in kana, capitals and digits: name 1 to 40 half-width letters, bank and branch up to 15"));
    }

    @Override
    public String toString() {
        return "ZenginOrderer[" + name + "]";
    }
}
