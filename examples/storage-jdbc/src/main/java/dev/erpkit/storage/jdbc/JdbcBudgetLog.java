package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.budget.BudgetChange;
import dev.erpkit.accounting.budget.BudgetFact;
import dev.erpkit.accounting.budget.port.BudgetLog;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** Budgets and commitments as rows: one table for all kinds of facts, and others for the lines and periods of plans. */
final class JdbcBudgetLog extends JdbcFactLog<BudgetFact> implements BudgetLog {
    JdbcBudgetLog(JdbcUnitOfWork work) {
        super(work, "budget_fact", BudgetFact::number);
    }

    @Override
    void insert(Connection connection, BudgetFact fact) throws SQLException {
        BudgetColumns columns = BudgetColumns.of(fact.change());
        try (PreparedStatement statement = connection.prepareStatement("insert into budget_fact (tenant, number,"
                + " command_key, recorded_at, actor, " + BudgetColumns.NAMES
                + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            Row row = Row.of(statement)
                    .text(work.tenant())
                    .number(fact.number())
                    .text(fact.key().value())
                    .instant(fact.recordedAt())
                    .text(fact.actor().id());
            columns.bind(row);
            statement.executeUpdate();
        }
        BudgetRows.insert(connection, work.tenant(), fact.number(), fact.change());
    }

    @Override
    MutableList<BudgetFact> select(Connection connection, long from, long through) throws SQLException {
        BudgetRows rows = BudgetRows.read(connection, work.tenant(), from, through);
        MutableList<BudgetFact> facts = Lists.mutable.empty();
        try (PreparedStatement statement = range(from, through)
                        .ordered("tenant, number")
                        .prepare(connection, "select * from budget_fact");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                long number = row.getLong("number");
                BudgetChange change = BudgetColumns.change(row, rows.of(number));
                facts.add(new BudgetFact(
                        number,
                        IdempotencyKey.of(row.getString("command_key")),
                        change,
                        Row.instant(row, "recorded_at"),
                        Actor.of(row.getString("actor"))));
            }
        }
        return facts;
    }
}
