package dev.erpkit.storage.jdbc;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.leave.LeaveChange;
import dev.erpkit.hr.leave.LeaveChange.Adjusted;
import dev.erpkit.hr.leave.LeaveChange.Cancelled;
import dev.erpkit.hr.leave.LeaveChange.CarriedOver;
import dev.erpkit.hr.leave.LeaveChange.Granted;
import dev.erpkit.hr.leave.LeaveChange.Taken;
import dev.erpkit.hr.leave.LeaveDay;
import dev.erpkit.hr.leave.LeaveId;
import dev.erpkit.hr.leave.LeaveLot;
import dev.erpkit.hr.leave.LeavePortion;
import dev.erpkit.hr.leave.LeaveRequest;
import dev.erpkit.hr.leave.LotPart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.LongObjectMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.MutableLongObjectMap;
import org.jspecify.annotations.Nullable;

/** Changes of leave as rows, and a row for each day that was asked for and each part of a lot. */
final class LeaveRows implements StreamRows<LeaveChange> {
    private static final String INSERT =
            "insert into hr_leave (tenant, area, about, sequence, kind, leave_id, leave_type,"
                    + " granted_on, expires_on, days, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_PART =
            "insert into hr_leave_part (tenant, area, about, sequence, ordinal, portion,"
                    + " lot, leave_day, days) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** The parts of one change, in their order. */
    private static final class Parts {
        private final MutableList<LeaveDay> days = Lists.mutable.empty();
        private final MutableList<LotPart> lots = Lists.mutable.empty();
    }

    @Override
    public void insert(Connection connection, Key key, LeaveChange change) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            Row row = key.bind(statement);
            if (change instanceof Granted granted) {
                lot(row.text("GRANTED"), granted.lot());
            } else if (change instanceof CarriedOver carried) {
                lot(row.text("CARRIED"), carried.lot());
            } else if (change instanceof Taken taken) {
                bare(row.text("TAKEN"), taken.request().id(), taken.request().type())
                        .text((String) null)
                        .text((String) null);
            } else if (change instanceof Cancelled cancelled) {
                bare(row.text("CANCELLED"), cancelled.taking(), null)
                        .text((String) null)
                        .text((String) null);
            } else if (change instanceof Adjusted adjusted) {
                bare(row.text("ADJUSTED"), adjusted.lot(), null)
                        .text(adjusted.days().toString())
                        .text(adjusted.reason());
            }
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT_PART)) {
            insertParts(statement, key, change);
        }
    }

    private static void lot(Row row, LeaveLot lot) throws SQLException {
        row.text(lot.id().value())
                .text(lot.type())
                .day(lot.grantedOn())
                .day(lot.expiresOn().equals(LocalDate.MAX) ? null : lot.expiresOn())
                .text(lot.days().toString())
                .text((String) null);
    }

    private static Row bare(Row row, LeaveId id, @Nullable String type) throws SQLException {
        return row.text(id.value()).text(type).day((LocalDate) null).day((LocalDate) null);
    }

    private static void insertParts(PreparedStatement statement, Key key, LeaveChange change) throws SQLException {
        ImmutableList<LeaveDay> days = Lists.immutable.empty();
        ImmutableList<LotPart> lots = Lists.immutable.empty();
        if (change instanceof Taken taken) {
            days = taken.request().days();
            lots = taken.parts();
        } else if (change instanceof CarriedOver carried) {
            lots = carried.from();
        }
        int ordinal = 0;
        for (LeaveDay day : days) {
            key.bind(statement)
                    .number(ordinal++)
                    .text(day.portion().name())
                    .text((String) null)
                    .day(day.day())
                    .text(day.days().toString())
                    .add();
        }
        for (LotPart part : lots) {
            key.bind(statement)
                    .number(ordinal++)
                    .text((String) null)
                    .text(part.lot().value())
                    .day(part.day())
                    .text(part.days().toString())
                    .add();
        }
        if (ordinal > 0) {
            statement.executeBatch();
        }
    }

    @Override
    public MutableLongObjectMap<LeaveChange> select(Connection connection, Key range) throws SQLException {
        MutableLongObjectMap<Parts> parts = LongObjectMaps.mutable.empty();
        StreamRows.forEach(
                connection,
                "hr_leave_part",
                range,
                ", ordinal",
                (sequence, row) -> part(parts.getIfAbsentPut(sequence, Parts::new), row));
        return StreamRows.each(
                connection,
                "hr_leave",
                range,
                row -> change(row, parts.getIfAbsent(row.getLong("sequence"), Parts::new)));
    }

    private static void part(Parts parts, ResultSet row) throws SQLException {
        LocalDate day = Row.day(row, "leave_day").orElseThrow();
        Rational days = Rational.parse(row.getString("days"));
        if (row.getString("portion") == null) {
            parts.lots.add(new LotPart(LeaveId.of(row.getString("lot")), day, days));
        } else {
            parts.days.add(new LeaveDay(day, LeavePortion.valueOf(row.getString("portion")), days));
        }
    }

    private static LeaveChange change(ResultSet row, Parts parts) throws SQLException {
        LeaveId id = LeaveId.of(row.getString("leave_id"));
        String kind = row.getString("kind");
        return switch (kind) {
            case "GRANTED" -> new Granted(lot(row, id));
            case "CARRIED" -> new CarriedOver(parts.lots.toImmutable(), lot(row, id));
            case "TAKEN" ->
                new Taken(
                        new LeaveRequest(id, row.getString("leave_type"), parts.days.toImmutable()),
                        parts.lots.toImmutable());
            case "CANCELLED" -> new Cancelled(id);
            case "ADJUSTED" -> new Adjusted(id, Rational.parse(row.getString("days")), row.getString("reason"));
            default -> throw new IllegalStateException("Unknown kind of change " + kind);
        };
    }

    private static LeaveLot lot(ResultSet row, LeaveId id) throws SQLException {
        return new LeaveLot(
                id,
                row.getString("leave_type"),
                Row.day(row, "granted_on").orElseThrow(),
                Row.day(row, "expires_on").orElse(LocalDate.MAX),
                Rational.parse(row.getString("days")));
    }
}
