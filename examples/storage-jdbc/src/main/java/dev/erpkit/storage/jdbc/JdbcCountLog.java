package dev.erpkit.storage.jdbc;

import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.count.BlankPolicy;
import dev.erpkit.inventory.count.CountFact;
import dev.erpkit.inventory.count.CountFact.Entered;
import dev.erpkit.inventory.count.CountFact.Finished;
import dev.erpkit.inventory.count.CountFact.Opened;
import dev.erpkit.inventory.count.CountRecord;
import dev.erpkit.inventory.count.port.CountLog;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.storage.jdbc.Pages.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Sheets of stock-taking as rows: one for each command, and one for each place of a sheet that was opened. */
final class JdbcCountLog implements CountLog {
    private final JdbcUnitOfWork work;

    JdbcCountLog(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public void append(CountRecord fact) {
        work.write(connection -> {
            if (select(connection, at(fact.key())).notEmpty()) {
                throw new DuplicateKeyException(fact.key().value());
            }
            if (fact.sequence() != last(connection, fact.sheet()) + 1) {
                throw new StaleVersionException("sheet " + fact.sheet(), fact.sequence() - 1);
            }
            insert(connection, fact);
            return fact;
        });
    }

    private void insert(Connection connection, CountRecord entry) throws SQLException {
        NewRow row = row(entry)
                .text("command_key", entry.key().value())
                .instant("recorded_at", entry.recordedAt())
                .text("actor", entry.actor().id());
        ImmutableList<Place> places = Lists.immutable.empty();
        if (entry.fact() instanceof Opened opened) {
            row.text("kind", "OPENED")
                    .day("count_date", opened.at().toLocalDate())
                    .number("count_nanos", opened.at().toLocalTime().toNanoOfDay());
            places = opened.places();
        } else if (entry.fact() instanceof Entered entered) {
            StockFactRows.place(row.text("kind", entered.again() ? "RECOUNTED" : "ENTERED"), entered.place())
                    .text("quantity", entered.quantity().toString());
            entered.cost().ifPresent(cost -> row.text("cost_each", cost.minor().toString()));
        } else if (entry.fact() instanceof Finished finished) {
            row.text("kind", "FINISHED").text("blanks", finished.blanks().text());
        }
        row.insert(connection, "count_record");
        NewRow.insert(
                connection,
                "count_place",
                places.collectWithIndex(
                        (place, i) -> StockFactRows.place(row(entry), place).number("position", i)));
    }

    private NewRow row(CountRecord entry) {
        return new NewRow()
                .text("tenant", work.tenant())
                .text("sheet", entry.sheet())
                .number("sequence", entry.sequence());
    }

    private Where sheet(String sheet) {
        return Where.of(work.tenant()).and("sheet = ?", sheet);
    }

    private long last(Connection connection, String sheet) throws SQLException {
        Where newest =
                sheet(sheet).ordered("tenant desc, sheet desc, sequence desc").first(1);
        try (PreparedStatement statement = newest.prepare(connection, "select sequence from count_record");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    @Override
    public long lastSequence(String sheet) {
        return work.read(connection -> last(connection, sheet));
    }

    private Where at(IdempotencyKey key) {
        return Where.of(work.tenant()).and("command_key = ?", key.value());
    }

    @Override
    public Optional<CountRecord> find(IdempotencyKey key) {
        return work.read(connection -> select(connection, at(key)).getFirstOptional());
    }

    @Override
    public void forEach(String sheet, long afterSequence, Consumer<? super CountRecord> sink) {
        Pages.forEach(work, afterSequence, (connection, after) -> page(connection, sheet, after), sink);
    }

    private Page<Long, CountRecord> page(Connection connection, String sheet, long after) throws SQLException {
        MutableList<CountRecord> found = select(
                connection,
                sheet(sheet)
                        .and("sequence > ?", after)
                        .ordered("tenant, sheet, sequence")
                        .first(work.pageRows()));
        return Page.of(found, after, work.pageRows(), CountRecord::sequence);
    }

    private MutableList<CountRecord> select(Connection connection, Where where) throws SQLException {
        MutableList<CountRecord> found = Lists.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, "select * from count_record");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(new CountRecord(
                        row.getString("sheet"),
                        row.getLong("sequence"),
                        IdempotencyKey.of(row.getString("command_key")),
                        Row.instant(row, "recorded_at"),
                        Actor.of(row.getString("actor")),
                        fact(row)));
            }
        }
        // a sheet is opened once, by its first record
        MutableList<CountRecord> whole = Lists.mutable.empty();
        for (CountRecord entry : found) {
            whole.add(entry.fact() instanceof Opened opened ? withPlaces(connection, entry, opened) : entry);
        }
        return whole;
    }

    private CountRecord withPlaces(Connection connection, CountRecord entry, Opened opened) throws SQLException {
        MutableList<Place> places = Lists.mutable.empty();
        Where where =
                sheet(entry.sheet()).and("sequence = ?", entry.sequence()).ordered("tenant, sheet, sequence, position");
        try (PreparedStatement statement = where.prepare(connection, "select * from count_place");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                places.add(StockFactReading.place(row));
            }
        }
        return new CountRecord(
                entry.sheet(),
                entry.sequence(),
                entry.key(),
                entry.recordedAt(),
                entry.actor(),
                new Opened(opened.at(), places.toImmutable()));
    }

    private static CountFact fact(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return switch (kind) {
            case "OPENED" ->
                new Opened(
                        row.getObject("count_date", LocalDate.class)
                                .atTime(LocalTime.ofNanoOfDay(row.getLong("count_nanos"))),
                        Lists.immutable.empty());
            case "ENTERED", "RECOUNTED" ->
                new Entered(
                        StockFactReading.place(row),
                        StockFactReading.fraction(row, "quantity"),
                        Row.text(row, "cost_each").map(StockFactReading::each),
                        kind.equals("RECOUNTED"));
            case "FINISHED" -> new Finished(BlankPolicy.parse(row.getString("blanks")));
            default -> throw new IllegalStateException("No fact of a count: " + kind);
        };
    }
}
