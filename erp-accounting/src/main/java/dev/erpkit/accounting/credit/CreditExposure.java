package dev.erpkit.accounting.credit;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.InvalidValueException;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * What we would lose if a party paid nothing more: what it owes, what it has ordered and what is reserved for it, less what
 * it has paid without a document. All amounts zero or more, in the base currency of the book.
 *
 * @param openItems what it owes by open items, at their historical rates
 * @param advances what it has paid or been credited and is not matched
 * @param orders issued and not delivered or invoiced
 * @param reserved set aside for it, such as quotations or guarantees; a separate figure
 */
public record CreditExposure(
        MonetaryAmount openItems, MonetaryAmount advances, MonetaryAmount orders, MonetaryAmount reserved) {
    /** Checks sign and currency: {@code credit.exposure}. */
    public CreditExposure {
        CurrencyUnit currency = openItems.getCurrency();
        for (MonetaryAmount amount : new MonetaryAmount[] {openItems, advances, orders, reserved}) {
            if (Amounts.minor(amount) < 0 || !amount.getCurrency().equals(currency)) {
                throw new InvalidValueException(
                        "CreditExposure", "amounts", "credit.exposure", "must be zero or more, all in one currency");
            }
        }
    }

    /** No exposure. */
    public static CreditExposure none(CurrencyUnit currency) {
        MonetaryAmount zero = Amounts.zero(currency);
        return new CreditExposure(zero, zero, zero, zero);
    }

    /** All together; below zero for a party that has paid more than it owes. */
    public MonetaryAmount total() {
        return Amounts.ofMinor(totalMinor(), openItems.getCurrency());
    }

    long totalMinor() {
        long owed = Math.addExact(Amounts.minor(openItems), Amounts.minor(orders));
        return Math.subtractExact(Math.addExact(owed, Amounts.minor(reserved)), Amounts.minor(advances));
    }
}
