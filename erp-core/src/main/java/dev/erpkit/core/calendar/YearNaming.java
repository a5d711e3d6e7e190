package dev.erpkit.core.calendar;

/** After which calendar year a fiscal year is named. */
public enum YearNaming {
    /** The year in which it starts: April 2026 to March 2027 is 2026, as is usual in Japan. */
    START_YEAR,
    /** The year in which it ends: April 2026 to March 2027 is 2027, as is usual in the United States. */
    END_YEAR
}
