package dev.erpkit.hr.payroll;

import java.util.Locale;

/** Who lays down a rule; a later one may replace what an earlier one leaves open to it. */
public enum Level {
    /** Law. */
    STATUTE,
    /** Collective agreement. */
    SECTOR,
    /** Rules of the company. */
    COMPANY,
    /** The contract with one person. */
    CONTRACT;

    /** The stable name, such as {@code company}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
