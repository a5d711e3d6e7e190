package dev.erpkit.hr.japan.labour;

/** What a calendar day is by the work rules of an employer. */
public enum DayKind {
    /** A day with scheduled work. */
    WORKDAY,
    /** A free day that the law does not ask for (法定外休日), such as the Saturday of a five-day week. */
    REST_DAY,
    /** The weekly holiday of article 35 (法定休日): work on it is no overtime but has a premium of its own. */
    STATUTORY_HOLIDAY
}
