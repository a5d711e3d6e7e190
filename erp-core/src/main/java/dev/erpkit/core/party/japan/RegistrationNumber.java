package dev.erpkit.core.party.japan;

import dev.erpkit.core.value.InvalidValueException;
import java.util.Optional;

/**
 * 登録番号 of an issuer of qualified invoices: T and thirteen digits. Those of a corporation are its {@link CorporateNumber};
 * those of sole proprietors and of associations without one have no published check digit and are nobody's corporate
 * number (National Tax Agency, 適格請求書発行事業者公表サイト, 登録番号とは).
 *
 * @param value T and the digits
 */
public record RegistrationNumber(String value) {
    /** Checks the form: {@code registration-number.form}. */
    public RegistrationNumber {
        if (!value.startsWith("T") || !isDigits(value.substring(1))) {
            throw new InvalidValueException(
                    "RegistrationNumber", "value", "registration-number.form", "must be T and 13 digits");
        }
    }

    /** The number of a corporation. */
    public static RegistrationNumber of(CorporateNumber corporation) {
        return new RegistrationNumber("T" + corporation.value());
    }

    /**
     * The number with this text, of a corporation or anybody else: only its form can be checked.
     *
     * @throws InvalidValueException {@code registration-number.form}
     */
    public static RegistrationNumber parse(String text) {
        return new RegistrationNumber(text);
    }

    /**
     * The number with this text of a seller who is known to be a corporation.
     *
     * @throws InvalidValueException {@code registration-number.form} or {@code corporate-number.check-digit}
     */
    public static RegistrationNumber parseCorporation(String text) {
        return of(new CorporateNumber(parse(text).value.substring(1)));
    }

    /** The corporate number that the digits are; nothing where they are none, so that the issuer is no corporation. */
    public Optional<CorporateNumber> corporateNumber() {
        String digits = value.substring(1);
        return CorporateNumber.isValid(digits) ? Optional.of(new CorporateNumber(digits)) : Optional.empty();
    }

    static boolean isDigits(String text) {
        return text.length() == 13 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public String toString() {
        return value;
    }
}
