package dev.erpkit.hr.time;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.hr.fact.Fact;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;

/** The attendance of one person, a fold of its facts. Not thread-safe: make one for each question. */
public final class AttendanceSheet {
    private static final RefusalCode OVERLAP = RefusalCode.of("attendance.overlap");
    private static final RefusalCode KNOWN = RefusalCode.of("attendance.known");
    private static final RefusalCode UNKNOWN = RefusalCode.of("attendance.unknown");

    private final MutableMap<AttendanceId, Boolean> standing = Maps.mutable.empty();
    private final NavigableMap<Instant, Attendance> byStart = new TreeMap<>();

    /** Nobody has come yet. */
    public AttendanceSheet() {}

    /** Takes the next fact. */
    public void apply(Fact<AttendanceChange> fact) {
        apply(fact.change());
    }

    void apply(AttendanceChange change) {
        if (change instanceof AttendanceChange.Recorded recorded) {
            standing.put(change.id(), true);
            byStart.put(recorded.attendance().span().startInclusive(), recorded.attendance());
        } else {
            standing.put(change.id(), false);
            byStart.values().removeIf(attendance -> attendance.id().equals(change.id()));
        }
    }

    /**
     * Why a change cannot be recorded: {@code attendance.overlap}, {@code attendance.known} for an id that was used,
     * {@code attendance.unknown} for a withdrawal of what does not stand; empty when it can.
     */
    public Optional<Refusal> refusal(AttendanceChange change) {
        AttendanceId id = change.id();
        if (change instanceof AttendanceChange.Recorded recorded) {
            if (standing.containsKey(id)) {
                return Optional.of(Refusal.of(KNOWN, "Attendance " + id + " was recorded before; take another id")
                        .with("attendance", id));
            }
            return overlapping(recorded.attendance().span())
                    .map(other -> Refusal.of(
                                    OVERLAP,
                                    "Attendance " + id + " overlaps attendance " + other.id()
                                            + "; withdraw that one or correct the times")
                            .with("attendance", id)
                            .with("other", other.id()));
        }
        return Boolean.TRUE.equals(standing.get(id))
                ? Optional.empty()
                : Optional.of(Refusal.of(UNKNOWN, "There is no attendance " + id + " to withdraw; look up its id")
                        .with("attendance", id));
    }

    private Optional<Attendance> overlapping(TimeSpan span) {
        var before = byStart.lowerEntry(span.endExclusive());
        return before != null && before.getValue().span().overlaps(span)
                ? Optional.of(before.getValue())
                : Optional.empty();
    }

    /** What stands, earliest first. */
    public ImmutableList<Attendance> attendances() {
        return Lists.immutable.ofAll(byStart.values());
    }

    /** What stands and began in a span of time, earliest first. */
    public ImmutableList<Attendance> begunIn(TimeSpan span) {
        return Lists.immutable.ofAll(
                byStart.subMap(span.startInclusive(), span.endExclusive()).values());
    }
}
