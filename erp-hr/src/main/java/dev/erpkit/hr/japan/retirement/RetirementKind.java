package dev.erpkit.hr.japan.retirement;

import java.util.Locale;

/** What of the pay above the deduction is income (Income Tax Act article 30 (2)). */
public enum RetirementKind {
    /** Half. */
    GENERAL,
    /** Service of five years or less of whoever is no officer: half up to 3,000,000, all above. */
    SHORT,
    /** Service as an officer of five years or less: all. */
    OFFICER;

    /** The kind that follows from service: officers and others with five years or less have their own. */
    public static RetirementKind of(int years, boolean officer) {
        if (years > 5) {
            return GENERAL;
        }
        return officer ? OFFICER : SHORT;
    }

    /** The stable name, such as {@code short}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
