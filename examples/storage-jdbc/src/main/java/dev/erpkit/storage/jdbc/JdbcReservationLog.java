package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.port.ReservationLog;
import dev.erpkit.accounting.reservation.Reservation;
import dev.erpkit.accounting.reservation.Resolution;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.security.Actor;
import dev.erpkit.storage.jdbc.EntryRows.Placed;
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
        this.rows = new EntryRows("reservation", work.tenant());
    }

    @Override
    public Optional<Reservation> find(EntryId id) {
        return work.read(connection -> select(connection, " and id = ?", id).getFirstOptional());
    }

    @Override
    public Optional<Resolution> resolutionOf(EntryId id) {
        return work.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "select * from reservation_entry" + " where tenant = ? and id = ? and resolution is not null")) {
                Row.of(statement).text(work.tenant()).text(id.value());
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(resolution(row)) : Optional.empty();
                }
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
            if (select(connection, " and id = ?", reservation.id()).notEmpty()) {
                throw new DuplicateKeyException(reservation.id().value());
            }
            long position = count(connection) + 1;
            try (PreparedStatement statement = connection.prepareStatement("insert into reservation_entry ("
                    + EntryRows.HEAD + ", expires_at, recorded_at, reserved_by)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                rows.head(statement, reservation.entry(), position)
                        .instant(reservation.expiresAt().orElse(null))
                        .instant(reservation.recordedAt())
                        .text(reservation.actor().id());
                statement.executeUpdate();
            }
            rows.insert(connection, Lists.immutable.of(new Placed(position, reservation.entry())));
            return position;
        });
    }

    private long count(Connection connection) throws SQLException {
        return Row.last(connection, "reservation_entry", "position", work.tenant());
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
        work.read(connection -> select(connection, " and resolution is null order by position"))
                .forEach(sink);
    }

    private record Head(long position, Optional<Instant> expiresAt, Instant recordedAt, Actor actor) {}

    private MutableList<Reservation> select(Connection connection, String where, EntryId... ids) throws SQLException {
        MutableList<Head> heads = Lists.mutable.empty();
        MutableLongObjectMap<JournalEntry.Builder> entries = LongObjectMaps.mutable.empty();
        try (PreparedStatement statement =
                connection.prepareStatement("select * from reservation_entry where tenant = ?" + where)) {
            Row bound = Row.of(statement).text(work.tenant());
            for (EntryId id : ids) {
                bound.text(id.value());
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    heads.add(new Head(
                            row.getLong("position"),
                            Row.instantIfAny(row, "expires_at"),
                            Row.instant(row, "recorded_at"),
                            Actor.of(row.getString("reserved_by"))));
                    entries.put(row.getLong("position"), EntryRows.head(row));
                }
            }
        }
        rows.fill(connection, heads.collectLong(Head::position), entries);
        return heads.collect(
                h -> new Reservation(entries.get(h.position()).build(), h.expiresAt(), h.recordedAt(), h.actor()));
    }
}
