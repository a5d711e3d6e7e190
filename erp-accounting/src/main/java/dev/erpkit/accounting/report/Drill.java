package dev.erpkit.accounting.report;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.ledger.LedgerLine;
import dev.erpkit.accounting.ledger.LedgerQuery;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * Finds the lines that one part of a figure sums.
 *
 * @param figures the column's figures, which know the ledger
 * @param basis what of the accounts was summed
 * @param accounts the accounts
 * @param added whether debits are positive in the figure
 */
record Drill(ColumnFigures figures, Basis basis, ImmutableList<AccountId> accounts, boolean added) {
    /** The same part, subtracted. */
    Drill negated() {
        return new Drill(figures, basis, accounts, !added);
    }

    void forEach(Consumer<CellLine> sink) {
        if (basis == Basis.CASH) {
            ImmutableSet<AccountId> chosen = accounts.toImmutableSet();
            figures.cash().forEachCounterpart(line -> {
                if (chosen.contains(line.account())) {
                    sink.accept(new CellLine(line, signed(Math.negateExact(line.baseMinor()))));
                }
            });
            return;
        }
        lines().ifPresent(query -> accounts.forEach(account ->
                figures.scope().ledger().register(account, query).forEach(each -> sink.accept(share(each.line())))));
    }

    private CellLine share(LedgerLine line) {
        return new CellLine(line, signed(line.baseMinor()));
    }

    private long signed(long minor) {
        return added ? minor : Math.negateExact(minor);
    }

    /** The lines of the figure, or nothing where the column has no opening. */
    private Optional<LedgerQuery> lines() {
        StatementColumn column = figures.column();
        return switch (basis) {
            case OPENING ->
                column.from()
                        .filter(day -> day.isAfter(LocalDate.MIN))
                        .map(day -> figures.scope().query(Optional.empty(), day.minusDays(1), true));
            case MOVEMENT -> Optional.of(figures.scope().query(column.from(), column.through(), false));
            case CLOSING, CASH -> Optional.of(figures.scope().query(Optional.empty(), column.through(), true));
        };
    }
}
