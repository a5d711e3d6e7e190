package dev.erpkit.accounting.close;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.core.posting.Dimensions;
import java.util.Comparator;
import javax.money.MonetaryAmount;

/**
 * What an account holds for one set of coordinates in one currency.
 *
 * @param account the account
 * @param dimensions the coordinates
 * @param amount the balance in the currency of the transactions, debit positive
 * @param base the balance in the base currency of the book, debit positive
 */
public record ResultBalance(AccountId account, Dimensions dimensions, MonetaryAmount amount, MonetaryAmount base) {
    /** By account, currency and coordinates: the order of closing lines. */
    static final Comparator<ResultBalance> ORDER = Comparator.comparing(ResultBalance::account)
            .thenComparing(b -> b.amount().getCurrency().getCurrencyCode())
            .thenComparing(ResultBalance::dimensions);

    boolean isZero() {
        return amount.isZero() && base.isZero();
    }
}
