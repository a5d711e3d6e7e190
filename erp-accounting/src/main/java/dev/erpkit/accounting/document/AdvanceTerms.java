package dev.erpkit.accounting.document;

import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * How much is asked for ahead of a delivery.
 *
 * @param percent so many per cent of what is ordered, above 0 and at most 100
 * @param amount so much of it, taxes included
 * @param policy what is rounded
 */
public record AdvanceTerms(Optional<BigDecimal> percent, Optional<MonetaryAmount> amount, AdvancePolicy policy) {
    /** Checks that one of both is said, and that the per cent is in bounds: {@code document.advance-terms}. */
    public AdvanceTerms {
        boolean outside = percent.isPresent()
                && (percent.get().signum() <= 0 || percent.get().compareTo(BigDecimal.valueOf(100)) > 0);
        if (percent.isPresent() == amount.isPresent() || outside) {
            throw new InvalidValueException(
                    "AdvanceTerms",
                    "percent",
                    "document.advance-terms",
                    "must be above 0 and at most 100, or an amount, but not both");
        }
    }

    /** So many per cent of what is ordered, its total rounded once. */
    public static AdvanceTerms percent(String percent) {
        return new AdvanceTerms(Optional.of(new BigDecimal(percent)), Optional.empty(), AdvancePolicy.TOTAL);
    }

    /** So much of what is ordered, taxes included. */
    public static AdvanceTerms amount(MonetaryAmount amount) {
        return new AdvanceTerms(Optional.empty(), Optional.of(amount), AdvancePolicy.TOTAL);
    }

    /** The same down payment under another policy. */
    public AdvanceTerms under(AdvancePolicy other) {
        return new AdvanceTerms(percent, amount, other);
    }
}
