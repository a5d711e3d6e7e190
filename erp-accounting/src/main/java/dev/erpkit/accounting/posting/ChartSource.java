package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.port.AccountStore;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** The chart as it stands in the running unit of work, read again only when an account has changed. */
public final class ChartSource {
    private final AccountStore accounts;
    private volatile Snapshot snapshot = new Snapshot(Long.MIN_VALUE, Chart.empty());

    private record Snapshot(long revision, Chart chart) {}

    /** The chart of these accounts. */
    public ChartSource(AccountStore accounts) {
        this.accounts = accounts;
    }

    /** The chart now. */
    public Chart chart() {
        long revision = accounts.revision();
        Snapshot known = snapshot;
        if (known.revision() == revision) {
            return known.chart();
        }
        MutableList<Account> all = Lists.mutable.empty();
        accounts.forEach(stored -> all.add(stored.value()));
        Chart chart = Chart.of(all);
        snapshot = new Snapshot(revision, chart);
        return chart;
    }
}
