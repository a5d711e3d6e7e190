package dev.erpkit.hr.employment;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.time.LocalDate;
import java.util.Optional;

/** One thing that happened to the organisation of an employer. Later records of the same day take the place of earlier ones. */
public sealed interface OrganisationChange {
    /** From when on it counts. */
    LocalDate from();

    /**
     * A unit is opened, or put under another one.
     *
     * @param unit which
     * @param parent the unit above it, none for the top
     * @param from from when on
     */
    record UnitPlaced(UnitId unit, Optional<UnitId> parent, LocalDate from) implements OrganisationChange {}

    /**
     * A unit is closed.
     *
     * @param unit which
     * @param from the first day without it
     */
    record UnitClosed(UnitId unit, LocalDate from) implements OrganisationChange {}

    /**
     * A position is opened, or put into another unit or under another manager.
     *
     * @param position which
     * @param unit the unit it belongs to
     * @param title what it is called, 1 to 100 characters
     * @param reportsTo the position of its manager, none at the top
     * @param from from when on
     */
    record PositionPlaced(
            PositionId position, UnitId unit, String title, Optional<PositionId> reportsTo, LocalDate from)
            implements OrganisationChange {
        /** Checks the title: {@code organisation.title}. */
        public PositionPlaced {
            if (title.isBlank() || title.length() > 100 || !Texts.isLabel(title)) {
                throw new InvalidValueException(
                        "PositionPlaced",
                        "title",
                        "organisation.title",
                        "must have 1 to 100 characters and no control characters");
            }
        }
    }

    /**
     * A position is closed.
     *
     * @param position which
     * @param from the first day without it
     */
    record PositionClosed(PositionId position, LocalDate from) implements OrganisationChange {}
}
