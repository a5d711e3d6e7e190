package dev.erpkit.accounting.report;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.ledger.AccountBalance;
import dev.erpkit.accounting.ledger.LedgerQuery;
import dev.erpkit.accounting.ledger.Turnover;
import java.util.EnumMap;
import java.util.function.ToLongFunction;
import org.eclipse.collections.api.factory.primitive.ObjectLongMaps;
import org.eclipse.collections.api.map.primitive.MutableObjectLongMap;
import org.eclipse.collections.api.map.primitive.ObjectLongMap;

/** The figures of all accounts in one column, in base minor units, debit positive; each basis is read when it is needed. */
final class ColumnFigures {
    private final ReportScope scope;
    private final StatementColumn column;
    private final EnumMap<Basis, ObjectLongMap<AccountId>> byBasis = new EnumMap<>(Basis.class);

    ColumnFigures(ReportScope scope, StatementColumn column) {
        this.scope = scope;
        this.column = column;
    }

    ReportScope scope() {
        return scope;
    }

    StatementColumn column() {
        return column;
    }

    ObjectLongMap<AccountId> of(Basis basis) {
        return byBasis.computeIfAbsent(basis, this::read);
    }

    CashCounterparts cash() {
        return new CashCounterparts(scope, column);
    }

    private ObjectLongMap<AccountId> read(Basis basis) {
        return switch (basis) {
            case OPENING -> sums(scope.query(column.from(), column.through(), true), Turnover::openingMinor);
            case MOVEMENT -> sums(scope.query(column.from(), column.through(), false), Turnover::movementMinor);
            case CLOSING -> sums(scope.query(column.from(), column.through(), true), Turnover::closingMinor);
            case CASH -> cashSums();
        };
    }

    private ObjectLongMap<AccountId> sums(LedgerQuery query, ToLongFunction<Turnover> part) {
        MutableObjectLongMap<AccountId> sums = ObjectLongMaps.mutable.empty();
        for (AccountBalance row : scope.ledger().balances(query)) {
            add(sums, row.account(), part.applyAsLong(row.base()));
        }
        return sums;
    }

    private ObjectLongMap<AccountId> cashSums() {
        MutableObjectLongMap<AccountId> sums = ObjectLongMaps.mutable.empty();
        cash().forEachCounterpart(line -> add(sums, line.account(), Math.negateExact(line.baseMinor())));
        return sums;
    }

    private static void add(MutableObjectLongMap<AccountId> sums, AccountId account, long minor) {
        sums.updateValue(account, 0, sum -> ExactSum.of(sum, minor));
    }
}
