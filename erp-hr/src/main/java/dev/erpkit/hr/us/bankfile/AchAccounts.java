package dev.erpkit.hr.us.bankfile;

import dev.erpkit.core.value.Violation;
import dev.erpkit.hr.employment.AccountRule;
import dev.erpkit.hr.employment.BankAccount;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Accounts in the United States: the nine digits of the bank's routing number, the last of which checks the others, and an
 * account number of up to 17 characters; no branch; kind {@code checking} or {@code savings}.
 */
public final class AchAccounts {
    /** The scheme of their {@link BankAccount}. */
    public static final String SCHEME = "ach";

    /** Checks them: {@code ach.routing}, {@code ach.check-digit}, {@code ach.type}, {@code ach.number}, {@code ach.holder}. */
    public static final AccountRule RULE = AchAccounts::check;

    private static final Pattern ROUTING = Pattern.compile("[0-9]{9}");
    private static final Pattern TYPE = Pattern.compile("checking|savings");
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z-]{1,17}");
    private static final Pattern HOLDER = Pattern.compile("[0-9A-Za-z .,'&/-]{1,22}");

    private AchAccounts() {}

    /** An account with its holder. */
    public static BankAccount of(String routing, String type, String number, String holder) {
        return new BankAccount(SCHEME, routing, "", type, number, holder);
    }

    private static Optional<Violation> check(BankAccount account) {
        if (!account.scheme().equals(SCHEME)) {
            return Optional.of(AccountRule.unknownScheme());
        }
        if (!ROUTING.matcher(account.bank()).matches()) {
            return Optional.of(new Violation("bank", "ach.routing", "must have nine digits"));
        }
        if (!isRouting(account.bank())) {
            return Optional.of(new Violation("bank", "ach.check-digit", "must end with its check digit"));
        }
        if (!TYPE.matcher(account.type()).matches()) {
            return Optional.of(new Violation("type", "ach.type", "must be checking or savings"));
        }
        if (!NUMBER.matcher(account.number()).matches()) {
            return Optional.of(new Violation("number", "ach.number", "must have 1 to 17 digits, capitals or hyphens"));
        }
        return HOLDER.matcher(account.holder()).matches() && !account.holder().isBlank()
                ? Optional.empty()
                : Optional.of(new Violation("holder", "ach.holder", "must have 1 to 22 letters of ASCII"));
    }

    /** Nine digits whose sum, weighted 3, 7, 1 over and over, is a multiple of ten. */
    static boolean isRouting(String digits) {
        int[] weights = {3, 7, 1};
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * weights[i % 3];
        }
        return ROUTING.matcher(digits).matches() && sum % 10 == 0;
    }
}
