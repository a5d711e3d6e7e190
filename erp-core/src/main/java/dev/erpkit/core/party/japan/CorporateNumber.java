package dev.erpkit.core.party.japan;

import dev.erpkit.core.value.InvalidValueException;

/**
 * 法人番号: thirteen digits, of which the first checks the others by 平成26年財務省令第70号, article 2: 9 less the rest of
 * dividing by 9 the sum of the twelve others, from the right taken once and twice in turns. Worked: the
 * sum of 123456789012 is 74, which leaves 2, so that the number is 7123456789012.
 *
 * @param value the digits
 */
public record CorporateNumber(String value) {
    /** Checks form and check digit: {@code corporate-number.form}, {@code corporate-number.check-digit}. */
    public CorporateNumber {
        if (!RegistrationNumber.isDigits(value)) {
            throw new InvalidValueException("CorporateNumber", "value", "corporate-number.form", "must have 13 digits");
        }
        if (value.charAt(0) - '0' != checkDigit(value.substring(1))) {
            throw new InvalidValueException(
                    "CorporateNumber",
                    "value",
                    "corporate-number.check-digit",
                    "must begin with the check digit of the others; look for a slip of the pen");
        }
    }

    /** Whether digits are a corporate number. */
    public static boolean isValid(String value) {
        return RegistrationNumber.isDigits(value) && value.charAt(0) - '0' == checkDigit(value.substring(1));
    }

    private static int checkDigit(String base) {
        int sum = 0;
        for (int i = 0; i < base.length(); i++) {
            boolean even = (base.length() - i) % 2 == 0;
            sum += (base.charAt(i) - '0') * (even ? 2 : 1);
        }
        return 9 - sum % 9;
    }

    @Override
    public String toString() {
        return value;
    }
}
