package dev.erpkit.company;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Stands at six in the evening in Japan of the business day that is being recorded. */
final class BusinessClock implements InstantSource {
    private static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);

    private LocalDate today;

    BusinessClock(LocalDate today) {
        this.today = today;
    }

    void moveTo(LocalDate day) {
        today = day;
    }

    @Override
    public Instant instant() {
        return today.atTime(18, 0).toInstant(JAPAN);
    }
}
