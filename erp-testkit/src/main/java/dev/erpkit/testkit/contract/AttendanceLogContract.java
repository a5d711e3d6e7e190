package dev.erpkit.testkit.contract;

import dev.erpkit.hr.fact.port.FactLog;
import dev.erpkit.hr.time.Attendance;
import dev.erpkit.hr.time.AttendanceChange;
import dev.erpkit.hr.time.AttendanceId;
import dev.erpkit.hr.time.TimeSpan;
import java.time.Instant;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The contract of the log of attendance. */
public abstract class AttendanceLogContract extends FactStreamContract<AttendanceChange> {
    private static final Instant START = Instant.parse("2024-02-29T23:59:59Z");

    /** For adapters. */
    protected AttendanceLogContract() {}

    @Override
    final FactLog<AttendanceChange> log(PeopleHarness harness) {
        return harness.attendance();
    }

    private static TimeSpan span(long from, long to) {
        return TimeSpan.of(START.plusSeconds(from), START.plusSeconds(to));
    }

    @Override
    final ImmutableList<AttendanceChange> everything() {
        Attendance plain = Attendance.of(AttendanceId.of("出勤 № 1 '\""), "東京本社 — ü", span(0, 30_000));
        Attendance broken = Attendance.of(AttendanceId.of("2"), "13", span(40_000, 80_000))
                .withBreak(span(50_000, 50_001))
                .withBreak(span(50_001, 60_000));
        return Lists.immutable.of(
                new AttendanceChange.Recorded(plain),
                new AttendanceChange.Recorded(broken),
                new AttendanceChange.Withdrawn(plain.id(), "打刻ミス; wrong day"));
    }
}
