package dev.erpkit.accounting.document;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.math.BigDecimal;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * How much is asked for ahead of a delivery.
 *
 * @param text what its lines say, such as {@code Down payment}
 * @param percent so many per cent of what is ordered, above 0 and at most 100
 * @param amount so much of it, taxes included
 * @param policy what is rounded
 */
public record AdvanceTerms(
        String text, Optional<BigDecimal> percent, Optional<MonetaryAmount> amount, AdvancePolicy policy) {
    /** Checks the text, that one of both is said, and the bounds of the per cent: {@code document.advance-terms}. */
    public AdvanceTerms {
        boolean outside = percent.isPresent()
                && (percent.get().signum() <= 0 || percent.get().compareTo(BigDecimal.valueOf(100)) > 0);
        if (text.isBlank()
                || text.length() > 500
                || !Texts.isLabel(text)
                || percent.isPresent() == amount.isPresent()
                || outside) {
            throw new InvalidValueException(
                    "AdvanceTerms",
                    "percent",
                    "document.advance-terms",
                    "must have a text of 1 to 500 characters and either a per cent above 0 up to 100 or an amount");
        }
    }

    /** So many per cent of what is ordered, its total rounded once. */
    public static AdvanceTerms percent(String text, String percent) {
        return new AdvanceTerms(
                text, Optional.of(new BigDecimal(percent)), Optional.empty(), AdvancePolicy.NET_TAKES_REST);
    }

    /** So much of what is ordered, taxes included. */
    public static AdvanceTerms amount(String text, MonetaryAmount amount) {
        return new AdvanceTerms(text, Optional.empty(), Optional.of(amount), AdvancePolicy.NET_TAKES_REST);
    }

    /** The same down payment under another policy. */
    public AdvanceTerms under(AdvancePolicy other) {
        return new AdvanceTerms(text, percent, amount, other);
    }
}
