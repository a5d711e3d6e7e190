package dev.erpkit.accounting;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.core.port.NotFoundException;
import java.util.function.ToLongFunction;

/** The balance of an account, or of all accounts below a heading. */
final class HeadingSum {
    private HeadingSum() {}

    static long of(Chart chart, AccountId id, ToLongFunction<AccountId> balance) {
        Account account = chart.find(id).orElseThrow(() -> new NotFoundException("account " + id));
        if (account.postable()) {
            return balance.applyAsLong(id);
        }
        long sum = 0;
        for (Account each : chart.accounts()) {
            if (chart.isWithin(each.id(), id)) {
                sum = Math.addExact(sum, balance.applyAsLong(each.id()));
            }
        }
        return sum;
    }
}
