package dev.erpkit.crm.campaign;

import dev.erpkit.core.value.InvalidValueException;
import java.time.Duration;

/**
 * How many messages a person gets at most within any window of time.
 *
 * @param most how many; above zero
 * @param window how long; above zero
 */
public record FrequencyCap(int most, Duration window) {
    /** Checks both: {@code campaign.cap}. */
    public FrequencyCap {
        if (most <= 0 || window.isNegative() || window.isZero()) {
            throw new InvalidValueException(
                    "FrequencyCap", "most", "campaign.cap", "must be above zero, as the window");
        }
    }
}
