package dev.erpkit.hr.us.bankfile;

import dev.erpkit.core.value.InvalidValueException;
import java.util.regex.Pattern;

/**
 * Who orders the deposits, and through which bank.
 *
 * @param bank the routing number of the originating bank, nine digits
 * @param bankName up to 23 letters of ASCII
 * @param companyId the ten characters that identify the company, such as 1 and its employer number
 * @param companyName 1 to 16 letters of ASCII
 */
public record NachaOriginator(String bank, String bankName, String companyId, String companyName) {
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z .,'&/-]+");
    private static final Pattern ID = Pattern.compile("[0-9A-Z]{10}");

    /** Checks all: {@code nacha.originator}. */
    public NachaOriginator {
        boolean sound = AchAccounts.isRouting(bank)
                && NAME.matcher(bankName).matches()
                && bankName.length() <= 23
                && ID.matcher(companyId).matches()
                && NAME.matcher(companyName).matches()
                && companyName.length() <= 16;
        if (!sound) {
            throw new InvalidValueException(
                    "NachaOriginator",
                    "bank",
                    "nacha.originator",
                    "must have a routing number, a company id of 10 characters and names of up to 23 and 16 letters");
        }
    }
}
