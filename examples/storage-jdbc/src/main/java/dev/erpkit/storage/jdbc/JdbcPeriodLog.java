package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.period.PeriodFact;
import dev.erpkit.accounting.port.PeriodLog;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.security.Actor;
import dev.erpkit.storage.jdbc.Pages.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Period facts as rows: one table for all kinds. */
final class JdbcPeriodLog implements PeriodLog {
    private final JdbcUnitOfWork work;

    JdbcPeriodLog(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public long size() {
        return work.read(connection -> Row.last(connection, "period_fact", "number", work.tenant()));
    }

    @Override
    public void append(long expectedSize, ImmutableList<PeriodFact> facts) {
        work.write(connection -> {
            long number = size();
            if (number != expectedSize) {
                throw new StaleVersionException("periods", expectedSize);
            }
            for (PeriodFact fact : facts) {
                if (fact.number() != ++number) {
                    throw new StaleVersionException("periods", fact.number() - 1);
                }
            }
            for (PeriodFact fact : facts) {
                insert(connection, fact);
            }
            return number;
        });
    }

    private void insert(Connection connection, PeriodFact fact) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into period_fact (tenant, number, book,"
                + " after_entry, recorded_at, actor, " + PeriodColumns.NAMES + ")"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            Row row = Row.of(statement)
                    .text(work.tenant())
                    .number(fact.number())
                    .text(fact.book().value())
                    .number(fact.afterEntry())
                    .instant(fact.recordedAt())
                    .text(fact.actor().id());
            PeriodColumns.of(fact.change()).bind(row);
            statement.executeUpdate();
        }
        ImmutableList<EntryId> entries = PeriodColumns.entries(fact.change());
        if (entries.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into period_fact_entry (tenant, number, ordinal, entry) values (?, ?, ?, ?)")) {
            for (int i = 0; i < entries.size(); i++) {
                Row.of(statement)
                        .text(work.tenant())
                        .number(fact.number())
                        .number(i)
                        .text(entries.get(i).value())
                        .add();
            }
            statement.executeBatch();
        }
    }

    @Override
    public void forEach(long afterNumber, Consumer<? super PeriodFact> sink) {
        Pages.forEach(work, afterNumber, this::page, sink);
    }

    private Page<Long, PeriodFact> page(Connection connection, long after) throws SQLException {
        MutableList<PeriodFact> facts = Lists.mutable.empty();
        Where where = Where.of(work.tenant())
                .and("number > ?", after)
                .ordered("tenant, number")
                .first(work.pageRows());
        try (PreparedStatement statement = where.prepare(connection, "select * from period_fact");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                long number = row.getLong("number");
                facts.add(new PeriodFact(
                        number,
                        BookId.of(row.getString("book")),
                        PeriodColumns.change(
                                row,
                                row.getString("fiscal_year") == null
                                        ? Lists.immutable.empty()
                                        : entries(connection, number)),
                        row.getLong("after_entry"),
                        Row.instant(row, "recorded_at"),
                        Actor.of(row.getString("actor"))));
            }
        }
        return Page.of(facts, after, work.pageRows(), PeriodFact::number);
    }

    private ImmutableList<EntryId> entries(Connection connection, long number) throws SQLException {
        MutableList<EntryId> entries = Lists.mutable.empty();
        Where where = Where.of(work.tenant()).and("number = ?", number).ordered("ordinal");
        try (PreparedStatement statement = where.prepare(connection, "select entry from period_fact_entry");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                entries.add(EntryId.of(row.getString(1)));
            }
        }
        return entries.toImmutable();
    }
}
