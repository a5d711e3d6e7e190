package dev.erpkit.accounting.document;

import dev.erpkit.accounting.tax.BoxTag;
import dev.erpkit.accounting.tax.TaxPart;
import dev.erpkit.accounting.tax.TaxTreatment;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Tells the taxes of a document apart, each as it was when the document was issued.
 *
 * @param code the tax
 * @param part whether it is the tax, or only tells the declarations what it is on
 * @param account what posting rules choose the account by
 * @param boxes the boxes of declarations that it counts in
 * @param treatment what the law says about the supply
 * @param rate per cent, or major units of money a unit
 * @param recoverable whether it stands apart from the lines; otherwise it is part of their cost and goes to their accounts
 */
public record TaxKey(
        String code,
        TaxPart.Of part,
        String account,
        ImmutableList<BoxTag> boxes,
        TaxTreatment treatment,
        Optional<Rational> rate,
        boolean recoverable)
        implements Comparable<TaxKey> {
    /** Checks the texts: {@code document.tax-key} for more than 64 characters, a blank code or control characters. */
    public TaxKey {
        if (code.isBlank() || isOutOfForm(code) || isOutOfForm(account)) {
            throw new InvalidValueException(
                    "TaxKey", "code", "document.tax-key", "must have at most 64 characters and no control characters");
        }
    }

    private static boolean isOutOfForm(String text) {
        return text.length() > 64 || !Texts.isLabel(text);
    }

    @Override
    public int compareTo(TaxKey other) {
        int order = code.compareTo(other.code);
        order = order != 0 ? order : part.compareTo(other.part);
        order = order != 0 ? order : account.compareTo(other.account);
        order = order != 0 ? order : boxNames().compareTo(other.boxNames());
        order = order != 0 ? order : treatment.compareTo(other.treatment);
        order = order != 0 ? order : rate.orElse(Rational.ZERO).compareTo(other.rate.orElse(Rational.ZERO));
        order = order != 0 ? order : Boolean.compare(rate.isPresent(), other.rate.isPresent());
        return order != 0 ? order : Boolean.compare(recoverable, other.recoverable);
    }

    /** The boxes as one text, such as {@code +sales-10,-refunds}. */
    String boxNames() {
        return boxes.collect(tag -> (tag.sign() > 0 ? "+" : "-") + tag.box()).makeString(",");
    }
}
