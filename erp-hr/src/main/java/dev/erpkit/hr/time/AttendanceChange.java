package dev.erpkit.hr.time;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/** One thing that happened to the attendance of a person. */
public sealed interface AttendanceChange {
    /** Which attendance. */
    AttendanceId id();

    /**
     * An attendance was recorded.
     *
     * @param attendance what was recorded
     */
    record Recorded(Attendance attendance) implements AttendanceChange {
        @Override
        public AttendanceId id() {
            return attendance.id();
        }
    }

    /**
     * An attendance was withdrawn, because it never happened or is recorded anew.
     *
     * @param id which
     * @param reason why, not personal; 1 to 200 characters
     */
    record Withdrawn(AttendanceId id, String reason) implements AttendanceChange {
        /** Checks the reason: {@code attendance.reason}. */
        public Withdrawn {
            if (reason.isBlank() || reason.length() > 200 || !Texts.isLabel(reason)) {
                throw new InvalidValueException(
                        "Withdrawn",
                        "reason",
                        "attendance.reason",
                        "must have 1 to 200 characters and no control characters");
            }
        }
    }
}
