package dev.erpkit.accounting.openitem;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.InvalidValueException;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * One item that shall match.
 *
 * @param item the item
 * @param amount exactly this much of it, above zero, in its own currency; empty for as much as the other side allows
 */
public record MatchTerm(ItemId item, Optional<MonetaryAmount> amount) {
    /** Checks the amount: {@code match.amount}, {@code amount.too-many-decimals}. */
    public MatchTerm {
        if (amount.isPresent() && Amounts.minor(amount.get()) <= 0) {
            throw new InvalidValueException("MatchTerm", "amount", "match.amount", "must be above zero");
        }
    }
}
