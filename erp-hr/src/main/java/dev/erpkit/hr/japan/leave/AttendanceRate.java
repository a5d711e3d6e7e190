package dev.erpkit.hr.japan.leave;

import dev.erpkit.core.value.InvalidValueException;

/**
 * How many of the scheduled days somebody attended in the six months or the year before a grant. As attended count, by
 * article 39 (10) and notices, also days off for work injury, childcare, family care and maternity, and paid leave; days on
 * which the employer's own business stood still are not scheduled at all.
 *
 * @param scheduled scheduled days, 0 or more
 * @param attended how many of them were attended, up to all
 */
public record AttendanceRate(int scheduled, int attended) {
    /** Checks both: {@code annual-leave.attendance}. */
    public AttendanceRate {
        if (attended < 0 || scheduled < attended) {
            throw new InvalidValueException(
                    "AttendanceRate",
                    "attended",
                    "annual-leave.attendance",
                    "must not be below zero nor above the scheduled days");
        }
    }

    /** At least eight of ten. With no scheduled day nothing is granted (notice Kihatsu 0710-3 of 2013). */
    public boolean isEnough() {
        return scheduled > 0 && attended * 10L >= scheduled * 8L;
    }
}
