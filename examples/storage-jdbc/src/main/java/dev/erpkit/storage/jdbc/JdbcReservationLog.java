package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.port.ReservationLog;
import dev.erpkit.accounting.reservation.Reservation;
import dev.erpkit.accounting.reservation.Resolution;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.security.Actor;
import dev.erpkit.storage.jdbc.Pages.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.LongObjectMaps;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.MutableLongObjectMap;

/** Reservations as rows like those of the journal; how one ended is written beside it, once. */
final class JdbcReservationLog implements ReservationLog {
    private final JdbcUnitOfWork work;
    private final EntryRows rows;

    JdbcReservationLog(JdbcUnitOfWork work) {
        this.work = work;
        this.rows = new EntryRows("reservation", work);
    }

    @Override
    public Optional<Reservation> find(EntryId id) {
        return work.read(
                connection -> select(connection, at(id)).collect(Placed::fact).getFirstOptional());
    }

    private Where at(EntryId id) {
        return Where.of(work.tenant()).and("id = ?", id.value());
    }

    @Override
    public Optional<Resolution> resolutionOf(EntryId id) {
        return work.read(connection -> {
            try (PreparedStatement statement = at(id).and("resolution is not null")
                            .prepare(connection, "select * from reservation_entry");
                    ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(resolution(row)) : Optional.empty();
            }
        });
    }

    private static Resolution resolution(ResultSet row) throws SQLException {
        return new Resolution(
                EntryId.of(row.getString("id")),
                Resolution.Kind.valueOf(row.getString("resolution")),
                Row.text(row, "resolved_entry").map(EntryId::of),
                Row.instant(row, "resolved_at"),
                Actor.of(row.getString("resolved_by")));
    }

    @Override
    public void append(Reservation reservation) {
        work.write(connection -> {
            if (select(connection, at(reservation.id())).notEmpty()) {
                throw new DuplicateKeyException(reservation.id().value());
            }
            long position = Row.last(connection, "reservation_entry", "position", work.tenant()) + 1;
            try (PreparedStatement statement = connection.prepareStatement("insert into reservation_entry ("
                    + EntryRows.HEAD + ", expires_at, recorded_at, reserved_by)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                rows.head(statement, reservation.entry(), position)
                        .instant(reservation.expiresAt().orElse(null))
                        .instant(reservation.recordedAt())
                        .text(reservation.actor().id());
                statement.executeUpdate();
            }
            rows.insert(connection, Lists.immutable.of(new EntryRows.Placed(position, reservation.entry())));
            return position;
        });
    }

    @Override
    public void append(Resolution resolution) {
        work.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("update reservation_entry"
                    + " set resolution = ?, resolved_entry = ?, resolved_at = ?, resolved_by = ?"
                    + " where tenant = ? and id = ? and resolution is null")) {
                Row.of(statement)
                        .text(resolution.kind().name())
                        .text(resolution.entry())
                        .instant(resolution.recordedAt())
                        .text(resolution.actor().id())
                        .text(work.tenant())
                        .text(resolution.reservation().value());
                if (statement.executeUpdate() == 0) {
                    throw new DuplicateKeyException(resolution.reservation().value());
                }
            }
            return resolution;
        });
    }

    @Override
    public void forEachOpen(Consumer<? super Reservation> sink) {
        Pages.forEach(work, 0L, this::open, (Placed placed) -> sink.accept(placed.fact()));
    }

    private Page<Long, Placed> open(Connection connection, long after) throws SQLException {
        MutableList<Placed> found = select(
                connection,
                Where.of(work.tenant())
                        .and("resolution is null")
                        .and("position > ?", after)
                        .ordered("tenant, resolution, position")
                        .first(work.pageRows()));
        return Page.of(found, after, work.pageRows(), Placed::position);
    }

    private record Placed(long position, Reservation fact) {}

    private record Head(long position, Optional<Instant> expiresAt, Instant recordedAt, Actor actor) {}

    private MutableList<Placed> select(Connection connection, Where where) throws SQLException {
        MutableList<Head> heads = Lists.mutable.empty();
        MutableLongObjectMap<JournalEntry.Builder> entries = LongObjectMaps.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, "select * from reservation_entry");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                heads.add(new Head(
                        row.getLong("position"),
                        Row.instantIfAny(row, "expires_at"),
                        Row.instant(row, "recorded_at"),
                        Actor.of(row.getString("reserved_by"))));
                entries.put(row.getLong("position"), EntryRows.head(row));
            }
        }
        rows.fill(connection, heads.collectLong(Head::position), entries);
        return heads.collect(h -> new Placed(
                h.position(),
                new Reservation(entries.get(h.position()).build(), h.expiresAt(), h.recordedAt(), h.actor())));
    }
}
