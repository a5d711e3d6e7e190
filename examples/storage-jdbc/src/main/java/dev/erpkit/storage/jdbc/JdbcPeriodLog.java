package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.period.PeriodChange;
import dev.erpkit.accounting.period.PeriodChange.ExceptionEnded;
import dev.erpkit.accounting.period.PeriodChange.ExceptionGranted;
import dev.erpkit.accounting.period.PeriodChange.Locked;
import dev.erpkit.accounting.period.PeriodChange.Unlocked;
import dev.erpkit.accounting.period.PeriodChange.YearClosed;
import dev.erpkit.accounting.period.PeriodChange.YearReopened;
import dev.erpkit.accounting.period.PeriodFact;
import dev.erpkit.accounting.port.PeriodLog;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.storage.jdbc.Pages.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Period facts as rows: one table for all kinds, with the columns a kind does not have left empty. */
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
        ImmutableList<EntryId> entries;
        try (PreparedStatement statement = connection.prepareStatement("insert into period_fact (tenant, number, book,"
                + " after_entry, recorded_at, actor, kind, scope, from_date, to_date, exception_key, grantee,"
                + " expires_at, reason, fiscal_year, generation)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            Row row = Row.of(statement)
                    .text(work.tenant())
                    .number(fact.number())
                    .text(fact.book().value())
                    .number(fact.afterEntry())
                    .instant(fact.recordedAt())
                    .text(fact.actor().id());
            entries = bind(row, fact.change());
            statement.executeUpdate();
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

    /** Binds the columns from kind on; gives the entries of a closed or reopened year. */
    private static ImmutableList<EntryId> bind(Row row, PeriodChange change) throws SQLException {
        Optional<String> none = Optional.empty();
        Optional<LocalDate> never = Optional.empty();
        if (change instanceof Locked c) {
            row.text("LOCKED").text(c.scope().value()).day(never).day(c.through());
            row.text(none).text(none).instant(null).text(none).text(none).number((Long) null);
        } else if (change instanceof Unlocked c) {
            row.text("UNLOCKED").text(c.scope().value()).day(never).day(c.through());
            row.text(none).text(none).instant(null).text(c.reason()).text(none).number((Long) null);
        } else if (change instanceof ExceptionGranted c) {
            row.text("EXCEPTION_GRANTED")
                    .text(c.scope().value())
                    .day(c.startInclusive())
                    .day(c.endExclusive());
            row.text(c.key().value()).text(c.grantee().map(Actor::id)).instant(c.expiresAt());
            row.text(c.reason()).text(none).number((Long) null);
        } else if (change instanceof ExceptionEnded c) {
            row.text("EXCEPTION_ENDED").text(none).day(never).day(never);
            row.text(c.key().value())
                    .text(none)
                    .instant(null)
                    .text(none)
                    .text(none)
                    .number((Long) null);
        } else if (change instanceof YearClosed c) {
            row.text("YEAR_CLOSED").text(none).day(c.startInclusive()).day(c.endExclusive());
            row.text(none).text(none).instant(null).text(none).text(c.year()).number(c.generation());
            return c.entries();
        } else if (change instanceof YearReopened c) {
            row.text("YEAR_REOPENED").text(none).day(never).day(never);
            row.text(none)
                    .text(none)
                    .instant(null)
                    .text(c.reason())
                    .text(c.year())
                    .number(c.generation());
            return c.reversals();
        }
        return Lists.immutable.empty();
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
                facts.add(new PeriodFact(
                        row.getLong("number"),
                        BookId.of(row.getString("book")),
                        change(connection, row),
                        row.getLong("after_entry"),
                        Row.instant(row, "recorded_at"),
                        Actor.of(row.getString("actor"))));
            }
        }
        return Page.of(facts, after, work.pageRows(), PeriodFact::number);
    }

    private PeriodChange change(Connection connection, ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        LocalDate to = row.getObject("to_date", LocalDate.class);
        return switch (kind) {
            case "LOCKED" -> new Locked(LockScope.of(row.getString("scope")), to);
            case "UNLOCKED" -> new Unlocked(LockScope.of(row.getString("scope")), to, row.getString("reason"));
            case "EXCEPTION_GRANTED" ->
                new ExceptionGranted(
                        IdempotencyKey.of(row.getString("exception_key")),
                        LockScope.of(row.getString("scope")),
                        row.getObject("from_date", LocalDate.class),
                        to,
                        Row.text(row, "grantee").map(Actor::of),
                        Row.instant(row, "expires_at"),
                        row.getString("reason"));
            case "EXCEPTION_ENDED" -> new ExceptionEnded(IdempotencyKey.of(row.getString("exception_key")));
            case "YEAR_CLOSED" ->
                new YearClosed(
                        row.getString("fiscal_year"),
                        row.getObject("from_date", LocalDate.class),
                        to,
                        row.getInt("generation"),
                        entries(connection, row.getLong("number")));
            case "YEAR_REOPENED" ->
                new YearReopened(
                        row.getString("fiscal_year"),
                        row.getInt("generation"),
                        entries(connection, row.getLong("number")),
                        row.getString("reason"));
            default -> throw new SQLException("A period fact of an unknown kind: " + kind, "22000");
        };
    }

    private ImmutableList<EntryId> entries(Connection connection, long number) throws SQLException {
        MutableList<EntryId> entries = Lists.mutable.empty();
        try (PreparedStatement statement = connection.prepareStatement(
                "select entry from period_fact_entry where tenant = ? and number = ? order by ordinal")) {
            Row.of(statement).text(work.tenant()).number(number);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(EntryId.of(row.getString(1)));
                }
            }
        }
        return entries.toImmutable();
    }
}
