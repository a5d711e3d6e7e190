package dev.erpkit.accounting.terms;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;

/**
 * One step of a cash discount: a share of what is discounted, for payments through a day.
 *
 * @param share above 0, at most 1
 * @param until the last day, counted from the day of the document
 */
public record DiscountStep(Rational share, DateRule until) {
    /** Checks the bounds: {@code discount.share}. */
    public DiscountStep {
        if (share.signum() <= 0 || share.compareTo(Rational.ONE) > 0) {
            throw new InvalidValueException(
                    "DiscountStep", "share", "discount.share", "must be above 0 % and at most 100 %: " + share);
        }
    }

    /** The text, such as {@code 2% +10d}. */
    public String text() {
        return TermTexts.share(share) + " " + until.text();
    }
}
