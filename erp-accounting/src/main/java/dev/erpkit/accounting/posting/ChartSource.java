package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.port.AccountStore;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/**
 * The chart as it stands in the running unit of work. Between units of work it is kept, and read again only when the
 * revision of the accounts is another one; so a change of an account holds for every decision that commits after it.
 */
final class ChartSource {
    private final AccountStore accounts;
    private volatile Snapshot snapshot = new Snapshot(Long.MIN_VALUE, Chart.empty());

    private record Snapshot(long revision, Chart chart) {}

    ChartSource(AccountStore accounts) {
        this.accounts = accounts;
    }

    /**
     * The chart now.
     *
     * @param committed whether what is read now cannot be rolled back, so that it may be kept
     */
    Chart chart(boolean committed) {
        long revision = accounts.revision();
        Snapshot known = snapshot;
        if (known.revision() == revision) {
            return known.chart();
        }
        MutableList<Account> all = Lists.mutable.empty();
        accounts.forEach(stored -> all.add(stored.value()));
        Chart chart = Chart.of(all);
        if (committed) {
            snapshot = new Snapshot(revision, chart);
        }
        return chart;
    }
}
