package dev.erpkit.hr.japan.identity;

import dev.erpkit.core.value.Violation;
import dev.erpkit.hr.employment.NationalId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * My Number (個人番号): twelve digits, the last of which checks the others, by article 5 of Ministry of Internal Affairs and
 * Communications Ordinance 85 of 2014.
 */
public final class MyNumber {
    /** The scheme of its {@link NationalId}. */
    public static final String SCHEME = "jp.my-number";

    private static final Pattern FORM = Pattern.compile("[0-9]{12}");

    private MyNumber() {}

    /** What is wrong with a number: {@code my-number.scheme}, {@code my-number.form}, {@code my-number.check-digit}. */
    public static Optional<Violation> check(NationalId id) {
        if (!id.scheme().equals(SCHEME)) {
            return Optional.of(new Violation("scheme", "my-number.scheme", "must be " + SCHEME));
        }
        if (!FORM.matcher(id.number()).matches()) {
            return Optional.of(new Violation("number", "my-number.form", "must have twelve digits"));
        }
        return id.number().charAt(11) - '0' == checkDigit(id.number())
                ? Optional.empty()
                : Optional.of(new Violation(
                        "number",
                        "my-number.check-digit",
                        "must end with its check digit; look for a slip of the pen"));
    }

    /**
     * The check digit of the first eleven digits: with P the n-th digit from the right and Q = n + 1 up to the sixth, n - 5
     * from the seventh on, 11 - (sum of P x Q mod 11), and 0 where the remainder is 0 or 1.
     */
    static int checkDigit(String digits) {
        int sum = 0;
        for (int n = 1; n <= 11; n++) {
            sum += (digits.charAt(11 - n) - '0') * (n <= 6 ? n + 1 : n - 5);
        }
        int rest = sum % 11;
        return rest <= 1 ? 0 : 11 - rest;
    }
}
