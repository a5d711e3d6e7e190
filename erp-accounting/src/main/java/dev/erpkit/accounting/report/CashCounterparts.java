package dev.erpkit.accounting.report;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.ledger.LedgerLine;
import dev.erpkit.accounting.ledger.LedgerQuery;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * The lines that stand against cash in a period: all lines on other accounts of entries that have a line on a cash account.
 * Since entries balance, the contrary of these lines adds up to the change in cash, whatever else the entries do.
 */
final class CashCounterparts {
    private final ReportScope scope;
    private final StatementColumn column;
    private final ImmutableSet<AccountId> cash;

    CashCounterparts(ReportScope scope, StatementColumn column) {
        this.scope = scope;
        this.column = column;
        this.cash = scope.chart().tagged("cash").collect(Account::id).toImmutableSet();
    }

    /** Scans the period; whole entries are looked at, also where only some of their lines match the dimensions. */
    void forEachCounterpart(Consumer<LedgerLine> sink) {
        LedgerQuery all = scope.with(Lists.immutable.empty()).query(column.from(), column.through(), false);
        MutableList<LedgerLine> entry = Lists.mutable.empty();
        scope.ledger().forEach(all, line -> {
            if (entry.notEmpty() && entry.getLast().position() != line.position()) {
                flush(entry, sink);
            }
            entry.add(line);
        });
        flush(entry, sink);
    }

    private void flush(MutableList<LedgerLine> entry, Consumer<LedgerLine> sink) {
        if (entry.anySatisfy(line -> cash.contains(line.account()))) {
            entry.forEach(line -> {
                boolean chosen = scope.dimensions().allSatisfy(filter -> filter.matches(line.dimensions()));
                if (chosen && !cash.contains(line.account())) {
                    sink.accept(line);
                }
            });
        }
        entry.clear();
    }
}
