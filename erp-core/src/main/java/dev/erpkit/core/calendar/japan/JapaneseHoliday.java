package dev.erpkit.core.calendar.japan;

import java.time.LocalDate;

/**
 * A public holiday of Japan.
 *
 * @param date the day
 * @param name the Japanese name
 * @param englishName the name in English
 * @param kind by which rule it is a holiday
 */
public record JapaneseHoliday(LocalDate date, String name, String englishName, Kind kind) {
    /** By which rule a day is a holiday. */
    public enum Kind {
        /** A national holiday (国民の祝日), article 2. */
        NATIONAL,
        /** The day in lieu of a national holiday that falls on a Sunday (振替休日), article 3 (2). */
        SUBSTITUTE,
        /** A day between two national holidays (国民の休日), article 3 (3). */
        CITIZENS,
        /** A day of an imperial ceremony, by an act of its own. */
        IMPERIAL
    }
}
