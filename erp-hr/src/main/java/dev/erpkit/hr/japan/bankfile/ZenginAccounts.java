package dev.erpkit.hr.japan.bankfile;

import dev.erpkit.core.value.Violation;
import dev.erpkit.hr.employment.AccountRule;
import dev.erpkit.hr.employment.BankAccount;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Accounts of Japanese banks: four digits of the bank, three of the branch, seven of the account, and the kind of account (1
 * ordinary, 2 current, 4 savings, 9 other). Account numbers of Japan Post Bank are those for transfers from other banks. There
 * is no check digit that all banks share.
 */
public final class ZenginAccounts {
    /** The scheme of their {@link BankAccount}. */
    public static final String SCHEME = "zengin";

    /** Checks them: {@code zengin.bank}, {@code zengin.branch}, {@code zengin.type}, {@code zengin.number}, {@code zengin.holder}. */
    public static final AccountRule RULE = ZenginAccounts::check;

    private static final Pattern BANK = Pattern.compile("[0-9]{4}");
    private static final Pattern BRANCH = Pattern.compile("[0-9]{3}");
    private static final Pattern TYPE = Pattern.compile("[1249]");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{7}");
    private static final int HOLDER = 30;

    private ZenginAccounts() {}

    /** An account with its holder in kana. */
    public static BankAccount of(String bank, String branch, String type, String number, String holder) {
        return new BankAccount(SCHEME, bank, branch, type, number, holder);
    }

    private static Optional<Violation> check(BankAccount account) {
        if (!account.scheme().equals(SCHEME)) {
            return Optional.of(AccountRule.unknownScheme());
        }
        if (!BANK.matcher(account.bank()).matches()) {
            return Optional.of(new Violation("bank", "zengin.bank", "must have four digits"));
        }
        if (!BRANCH.matcher(account.branch()).matches()) {
            return Optional.of(new Violation("branch", "zengin.branch", "must have three digits"));
        }
        if (!TYPE.matcher(account.type()).matches()) {
            return Optional.of(new Violation("type", "zengin.type", "must be 1, 2, 4 or 9"));
        }
        if (!NUMBER.matcher(account.number()).matches()) {
            return Optional.of(new Violation(
                    "number", "zengin.number", "must have seven digits, with zeros in front where shorter"));
        }
        return HalfWidthKana.of(account.holder())
                        .filter(kana -> !kana.isBlank() && kana.length() <= HOLDER)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Violation(
                                "holder",
                                "zengin.holder",
                                "must be in kana, capitals, digits and few signs, 1 to 30 half-width letters with sound marks"));
    }
}
