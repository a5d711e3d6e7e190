package dev.erpkit.crm.campaign;

import dev.erpkit.core.value.InvalidValueException;
import java.time.Duration;

/** Whether somebody may take a journey again. */
public sealed interface Reentry {
    /** Never again. */
    record Once() implements Reentry {}

    /** Once for every time that they enter the segment. */
    record PerMembership() implements Reentry {}

    /**
     * Once a while has passed since they last entered.
     *
     * @param pause how long; above zero
     */
    record After(Duration pause) implements Reentry {
        /** Checks the pause: {@code journey.pause}. */
        public After {
            if (pause.isZero() || pause.isNegative()) {
                throw new InvalidValueException("After", "pause", "journey.pause", "must be above zero");
            }
        }
    }
}
