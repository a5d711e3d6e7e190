package dev.erpkit.accounting.ledger;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Makes balances of sums, and joins the slots of one account and currency. Groups come in the order of the rows. */
final class Rows {
    private final MutableList<AccountBalance> rows = Lists.mutable.empty();

    void add(Slot slot, long[] sums, int at) {
        AccountBalance row = row(slot, sums, at);
        if (rows.notEmpty() && rows.getLast().sameRow(row)) {
            rows.set(rows.size() - 1, rows.getLast().plus(row));
        } else {
            rows.add(row);
        }
    }

    ImmutableList<AccountBalance> toImmutable() {
        return rows.reject(AccountBalance::isZero).toImmutable();
    }

    static AccountBalance row(Slot slot, long[] sums, int at) {
        return new AccountBalance(
                slot.account,
                Turnover.of(slot.currency, sums, at, Sums.AMOUNT, Sums.DEBIT_AMOUNT),
                Turnover.of(slot.baseCurrency, sums, at, Sums.BASE, Sums.DEBIT_BASE));
    }
}
