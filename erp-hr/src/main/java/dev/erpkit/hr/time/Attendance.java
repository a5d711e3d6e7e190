package dev.erpkit.hr.time;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.time.Duration;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One spell of work, from coming to leaving.
 *
 * @param id its name
 * @param worksite where, 1 to 64 characters; decides which minimum wage holds
 * @param span from coming to leaving, at most 72 hours: longer is a forgotten punch
 * @param breaks in it, in their order, not overlapping
 */
public record Attendance(AttendanceId id, String worksite, TimeSpan span, ImmutableList<TimeSpan> breaks) {
    private static final long MAX_SECONDS = Duration.ofDays(3).toSeconds();

    /** Checks {@code attendance.worksite}, {@code attendance.length} and {@code attendance.break}. */
    public Attendance {
        if (worksite.isBlank() || worksite.length() > 64 || !Texts.isLabel(worksite)) {
            throw new InvalidValueException(
                    "Attendance",
                    "worksite",
                    "attendance.worksite",
                    "must have 1 to 64 characters and no control characters");
        }
        if (span.seconds() > MAX_SECONDS) {
            throw new InvalidValueException(
                    "Attendance", "span", "attendance.length", "must have at most 72 hours; look for a missing punch");
        }
        TimeSpan before = null;
        for (TimeSpan rest : breaks) {
            if (!span.encloses(rest) || (before != null && before.endExclusive().isAfter(rest.startInclusive()))) {
                throw new InvalidValueException(
                        "Attendance",
                        "breaks",
                        "attendance.break",
                        "must lie in the span, in their order, and not overlap");
            }
            before = rest;
        }
    }

    /** A spell without breaks. */
    public static Attendance of(AttendanceId id, String worksite, TimeSpan span) {
        return new Attendance(id, worksite, span, Lists.immutable.empty());
    }

    /** The same spell with one more break behind the others. */
    public Attendance withBreak(TimeSpan rest) {
        return new Attendance(id, worksite, span, breaks.newWith(rest));
    }

    /** The time that was worked: the span without the breaks. */
    public TimeSet worked() {
        return TimeSet.of(span).minus(TimeSet.of(breaks));
    }
}
