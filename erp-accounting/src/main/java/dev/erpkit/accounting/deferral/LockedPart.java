package dev.erpkit.accounting.deferral;

import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.util.Optional;

/** On which day a part counts whose own day lies under a lock. */
public enum LockedPart {
    /** On its own day: posting refuses it, or moves it by its own policy. */
    OWN_DAY("own-day"),
    /** On the first day that is open. */
    FIRST_OPEN_DAY("first-open-day"),
    /** On the last day of the first open month, as ERPNext does. */
    END_OF_FIRST_OPEN_MONTH("end-of-first-open-month");

    private final String text;

    LockedPart(String text) {
        this.text = text;
    }

    /** The day on which a part of this day counts when all is locked through another. */
    public LocalDate day(LocalDate own, Optional<LocalDate> lockedThrough) {
        if (this == OWN_DAY || lockedThrough.isEmpty() || own.isAfter(lockedThrough.get())) {
            return own;
        }
        LocalDate first = lockedThrough.get().plusDays(1);
        return this == FIRST_OPEN_DAY ? first : first.withDayOfMonth(first.lengthOfMonth());
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The policy with this stable name.
     *
     * @throws InvalidValueException {@code deferral.unknown-policy}
     */
    public static LockedPart parse(String text) {
        return Named.parse(values(), LockedPart::text, "LockedPart", text);
    }
}
