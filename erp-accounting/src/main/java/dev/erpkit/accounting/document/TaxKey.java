package dev.erpkit.accounting.document;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.util.Optional;

/**
 * Tells the taxes of a document apart, as they were when it was issued.
 *
 * @param code the tax
 * @param account what posting rules choose the account by
 * @param box where it stands in a declaration, empty when nowhere
 * @param rate the share of the taxable amount that it was, where it has one
 * @param recoverable whether it stands apart from the lines; otherwise it is part of their cost and goes to their accounts
 */
public record TaxKey(String code, String account, String box, Optional<Rational> rate, boolean recoverable)
        implements Comparable<TaxKey> {
    /** Checks the texts: {@code document.tax-key} for more than 64 characters, a blank code or control characters. */
    public TaxKey {
        if (code.isBlank() || isOutOfForm(code) || isOutOfForm(account) || isOutOfForm(box)) {
            throw new InvalidValueException(
                    "TaxKey", "code", "document.tax-key", "must have at most 64 characters and no control characters");
        }
    }

    private static boolean isOutOfForm(String text) {
        return text.length() > 64 || !Texts.isLabel(text);
    }

    /** A recoverable tax whose account is chosen by its code. */
    public static TaxKey of(String code, Rational rate) {
        return new TaxKey(code, code, "", Optional.of(rate), true);
    }

    @Override
    public int compareTo(TaxKey other) {
        int order = code.compareTo(other.code);
        order = order != 0 ? order : account.compareTo(other.account);
        order = order != 0 ? order : box.compareTo(other.box);
        order = order != 0 ? order : rate.orElse(Rational.ZERO).compareTo(other.rate.orElse(Rational.ZERO));
        order = order != 0 ? order : Boolean.compare(rate.isPresent(), other.rate.isPresent());
        return order != 0 ? order : Boolean.compare(recoverable, other.recoverable);
    }
}
