package dev.erpkit.company.sales;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The clock on the wall. */
final class Japan {
    static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private Japan() {}

    static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(ZONE).toInstant();
    }

    /** Such as {@code 2025-05-02T16:45}. */
    static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(ZONE).toInstant();
    }
}
