package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.budget.Budget;
import dev.erpkit.accounting.budget.BudgetChange;
import dev.erpkit.accounting.budget.BudgetChange.Carried;
import dev.erpkit.accounting.budget.BudgetChange.CarriedOver;
import dev.erpkit.accounting.budget.BudgetChange.Committed;
import dev.erpkit.accounting.budget.BudgetChange.Drafted;
import dev.erpkit.accounting.budget.BudgetChange.Transferred;
import dev.erpkit.accounting.budget.BudgetLine;
import dev.erpkit.accounting.budget.BudgetScope;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.core.calendar.DateRange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.LongLists;
import org.eclipse.collections.api.factory.primitive.LongObjectMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.list.primitive.MutableLongList;
import org.eclipse.collections.api.map.primitive.MutableLongObjectMap;
import org.jspecify.annotations.Nullable;

/** The scopes, periods and amounts of facts about budgets; those of a page are read at once. */
final class BudgetRows {
    private static final String LOG = "budget";

    private final MutableLongObjectMap<Of> found = LongObjectMaps.mutable.empty();

    private BudgetRows() {}

    /** Those of one fact. */
    static final class Of {
        private final MutableList<BudgetScope> scopes = Lists.mutable.empty();
        private final MutableList<Long> carried = Lists.mutable.empty();
        private final MutableList<DateRange> periods = Lists.mutable.empty();
        private final MutableList<MutableLongList> amounts = Lists.mutable.empty();

        BudgetScope scope(int ordinal) {
            return scopes.get(ordinal);
        }

        ImmutableList<DateRange> periods() {
            return periods.toImmutable();
        }

        ImmutableList<BudgetLine> lines() {
            return Lists.immutable.ofAll(scopes.collectWithIndex(
                    (scope, i) -> new BudgetLine(scope, amounts.get(i).toImmutable())));
        }

        ImmutableList<Carried> carried() {
            return Lists.immutable.ofAll(scopes.collectWithIndex((scope, i) -> new Carried(scope, carried.get(i))));
        }
    }

    Of of(long number) {
        return found.getIfAbsentPut(number, Of::new);
    }

    static void insert(Connection connection, String tenant, long number, BudgetChange change) throws SQLException {
        if (change instanceof Drafted drafted) {
            insert(connection, tenant, number, drafted.budget());
        } else if (change instanceof Transferred moved) {
            scope(connection, tenant, number, 0, moved.from(), null);
            scope(connection, tenant, number, 1, moved.to(), null);
        } else if (change instanceof CarriedOver carried) {
            for (int i = 0; i < carried.amounts().size(); i++) {
                Carried each = carried.amounts().get(i);
                scope(connection, tenant, number, i, each.scope(), each.minor());
            }
        } else if (change instanceof Committed order) {
            scope(connection, tenant, number, 0, order.scope(), null);
        }
    }

    private static void insert(Connection connection, String tenant, long number, Budget budget) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into budget_period (tenant, number,"
                + " ordinal, from_date, until_date) values (?, ?, ?, ?, ?)")) {
            for (int i = 0; i < budget.periods().size(); i++) {
                DateRange period = budget.periods().get(i);
                Row.of(statement)
                        .text(tenant)
                        .number(number)
                        .number(i)
                        .day(period.startInclusive())
                        .day(period.endExclusive())
                        .add();
            }
            statement.executeBatch();
        }
        for (int i = 0; i < budget.lines().size(); i++) {
            scope(connection, tenant, number, i, budget.lines().get(i).scope(), null);
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into budget_amount (tenant, number," + " ordinal, period, minor) values (?, ?, ?, ?, ?)")) {
            for (int i = 0; i < budget.lines().size(); i++) {
                for (int p = 0; p < budget.periods().size(); p++) {
                    Row.of(statement)
                            .text(tenant)
                            .number(number)
                            .number(i)
                            .number(p)
                            .number(budget.lines().get(i).minor().get(p))
                            .add();
                }
            }
            statement.executeBatch();
        }
    }

    private static void scope(
            Connection connection, String tenant, long number, int ordinal, BudgetScope scope, @Nullable Long minor)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into budget_scope (tenant, number, ordinal, account, minor) values (?, ?, ?, ?, ?)")) {
            Row.of(statement)
                    .text(tenant)
                    .number(number)
                    .number(ordinal)
                    .text(scope.account().value())
                    .number(minor);
            statement.executeUpdate();
        }
        FactDimensions.insert(connection, tenant, LOG, number, ordinal, scope.dimensions());
    }

    static BudgetRows read(Connection connection, String tenant, long from, long through) throws SQLException {
        BudgetRows rows = new BudgetRows();
        FactDimensions dimensions = FactDimensions.read(connection, tenant, LOG, from, through);
        try (PreparedStatement statement = of(tenant, from, through, "tenant, number, ordinal")
                        .prepare(connection, "select * from budget_scope");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                long number = row.getLong("number");
                Of of = rows.of(number);
                of.scopes.add(new BudgetScope(
                        AccountId.of(row.getString("account")), dimensions.of(number, row.getInt("ordinal"))));
                of.carried.add(row.getLong("minor"));
                of.amounts.add(LongLists.mutable.empty());
            }
        }
        rows.periods(connection, of(tenant, from, through, "tenant, number, ordinal"));
        rows.amounts(connection, of(tenant, from, through, "tenant, number, ordinal, period"));
        return rows;
    }

    private static Where of(String tenant, long from, long through, String order) {
        return Where.of(tenant).and("number between ? and ?", from, through).ordered(order);
    }

    private void periods(Connection connection, Where where) throws SQLException {
        try (PreparedStatement statement = where.prepare(connection, "select * from budget_period");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                of(row.getLong("number"))
                        .periods
                        .add(DateRange.of(
                                row.getObject("from_date", LocalDate.class),
                                row.getObject("until_date", LocalDate.class)));
            }
        }
    }

    private void amounts(Connection connection, Where where) throws SQLException {
        try (PreparedStatement statement = where.prepare(connection, "select * from budget_amount");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                of(row.getLong("number")).amounts.get(row.getInt("ordinal")).add(row.getLong("minor"));
            }
        }
    }
}
