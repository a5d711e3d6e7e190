package dev.erpkit.accounting.openitem;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.value.InvalidValueException;
import javax.money.MonetaryAmount;

/**
 * What is given up of an item in a match without another item on the other side: a cash discount, a write-off, a bank fee
 * that was kept back. It is posted with the match at the item's historical rate, so that it never gives an exchange
 * difference, and undone with it.
 *
 * @param of the item
 * @param amount how much of it, above zero, in its own currency
 * @param account the account that bears or earns it
 * @param dimensions analytic coordinates of that line
 */
public record Allowance(ItemId of, MonetaryAmount amount, AccountId account, Dimensions dimensions) {
    /** Checks the amount: {@code match.amount}, {@code amount.too-many-decimals}. */
    public Allowance {
        if (Amounts.minor(amount) <= 0) {
            throw new InvalidValueException("Allowance", "amount", "match.amount", "must be above zero");
        }
    }

    /** An allowance without coordinates. */
    public static Allowance of(ItemId item, MonetaryAmount amount, String account) {
        return new Allowance(item, amount, AccountId.of(account), Dimensions.none());
    }
}
