package dev.erpkit.crm.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One stay of a deal in a stage.
 *
 * @param stage the stage
 * @param from when it came
 * @param until when it left, if it did
 */
public record StageVisit(StageId stage, Instant from, Optional<Instant> until) {
    /** How long it stayed, up to an instant if it is still there. */
    public Duration length(Instant now) {
        return Duration.between(from, until.orElse(now));
    }
}
