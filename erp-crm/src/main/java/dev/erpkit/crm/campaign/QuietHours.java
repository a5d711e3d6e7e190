package dev.erpkit.crm.campaign;

import dev.erpkit.core.value.InvalidValueException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/**
 * Hours of the day in which nobody is disturbed; they may pass midnight.
 *
 * @param from the first moment of quiet
 * @param until the first moment after it
 */
public record QuietHours(LocalTime from, LocalTime until) {
    /** Checks that they differ: {@code campaign.quiet-hours-form}. */
    public QuietHours {
        if (from.equals(until)) {
            throw new InvalidValueException(
                    "QuietHours", "until", "campaign.quiet-hours-form", "must differ from the beginning");
        }
    }

    /** When the quiet ends in which a moment lies; nothing outside of it. */
    public Optional<Instant> endOf(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        LocalTime time = local.toLocalTime();
        boolean quiet = from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !time.isBefore(from) || time.isBefore(until);
        if (!quiet) {
            return Optional.empty();
        }
        LocalDateTime end = local.toLocalDate().atTime(until).plusDays(time.isBefore(until) ? 0 : 1);
        ZoneOffsetTransition change = zone.getRules().getTransition(end);
        if (change != null && change.isGap()) {
            // the clock is set forward over the end: what follows is after it
            return Optional.of(change.getInstant());
        }
        Instant first = end.atZone(zone).toInstant();
        // where a clock is set back over the end, that hour is quiet twice
        return Optional.of(
                first.isAfter(moment)
                        ? first
                        : end.atZone(zone).withLaterOffsetAtOverlap().toInstant());
    }
}
