package dev.erpkit.storage.jdbc;

import dev.erpkit.hr.time.Attendance;
import dev.erpkit.hr.time.AttendanceChange;
import dev.erpkit.hr.time.AttendanceChange.Recorded;
import dev.erpkit.hr.time.AttendanceChange.Withdrawn;
import dev.erpkit.hr.time.AttendanceId;
import dev.erpkit.hr.time.TimeSpan;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.LongObjectMaps;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.MutableLongObjectMap;

/** Changes of attendance as rows, and a row for each break. */
final class AttendanceRows implements StreamRows<AttendanceChange> {
    private static final String INSERT = "insert into hr_attendance (tenant, area, about, sequence, kind, attendance,"
            + " worksite, starts_at, ends_at, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_BREAK = "insert into hr_attendance_break"
            + " (tenant, area, about, sequence, ordinal, starts_at, ends_at) values (?, ?, ?, ?, ?, ?, ?)";

    @Override
    public void insert(Connection connection, Key key, AttendanceChange change) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            Row row = key.bind(statement);
            if (change instanceof Recorded recorded) {
                Attendance attendance = recorded.attendance();
                row.text("RECORDED")
                        .text(attendance.id().value())
                        .text(attendance.worksite())
                        .instant(attendance.span().startInclusive())
                        .instant(attendance.span().endExclusive())
                        .text((String) null);
            } else if (change instanceof Withdrawn withdrawn) {
                row.text("WITHDRAWN")
                        .text(withdrawn.id().value())
                        .text((String) null)
                        .instant((Instant) null)
                        .instant((Instant) null)
                        .text(withdrawn.reason());
            }
            statement.executeUpdate();
        }
        if (change instanceof Recorded recorded) {
            insertBreaks(connection, key, recorded.attendance());
        }
    }

    private static void insertBreaks(Connection connection, Key key, Attendance attendance) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT_BREAK)) {
            int ordinal = 0;
            for (TimeSpan rest : attendance.breaks()) {
                key.bind(statement)
                        .number(ordinal++)
                        .instant(rest.startInclusive())
                        .instant(rest.endExclusive())
                        .add();
            }
            statement.executeBatch();
        }
    }

    @Override
    public MutableLongObjectMap<AttendanceChange> select(Connection connection, Key range) throws SQLException {
        MutableLongObjectMap<MutableList<TimeSpan>> breaks = LongObjectMaps.mutable.empty();
        StreamRows.forEach(
                connection,
                "hr_attendance_break",
                range,
                ", ordinal",
                (sequence, row) ->
                        breaks.getIfAbsentPut(sequence, Lists.mutable::empty).add(span(row)));
        return StreamRows.each(connection, "hr_attendance", range, row -> {
            AttendanceId id = AttendanceId.of(row.getString("attendance"));
            return row.getString("kind").equals("RECORDED")
                    ? new Recorded(new Attendance(
                            id,
                            row.getString("worksite"),
                            span(row),
                            breaks.getIfAbsent(row.getLong("sequence"), Lists.mutable::empty)
                                    .toImmutable()))
                    : new Withdrawn(id, row.getString("reason"));
        });
    }

    private static TimeSpan span(ResultSet row) throws SQLException {
        return TimeSpan.of(Row.instant(row, "starts_at"), Row.instant(row, "ends_at"));
    }
}
