package dev.erpkit.hr.japan.yearend;

/**
 * Dependants and the disabled, as counts (Income Tax Act articles 79 and 84).
 *
 * @param general dependants from 16 on, 380,000 each
 * @param specified from 19 to 22, 630,000 each
 * @param elderly from 70 on, 480,000 each
 * @param elderlyCohabitingParent parents from 70 on in the household, 580,000 each
 * @param disabled the employee and family, 270,000 each
 * @param speciallyDisabled 400,000 each
 * @param speciallyDisabledCohabiting in the household, 750,000 each
 */
public record Family(
        int general,
        int specified,
        int elderly,
        int elderlyCohabitingParent,
        int disabled,
        int speciallyDisabled,
        int speciallyDisabledCohabiting) {
    /** Nobody. */
    public static final Family NONE = new Family(0, 0, 0, 0, 0, 0, 0);

    /** The lowest of the counts. */
    int lowest() {
        return Math.min(
                Math.min(Math.min(general, specified), Math.min(elderly, elderlyCohabitingParent)),
                Math.min(disabled, Math.min(speciallyDisabled, speciallyDisabledCohabiting)));
    }

    /** The deduction in yen. */
    public long deduction() {
        return 380_000L * general
                + 630_000L * specified
                + 480_000L * elderly
                + 580_000L * elderlyCohabitingParent
                + 270_000L * disabled
                + 400_000L * speciallyDisabled
                + 750_000L * speciallyDisabledCohabiting;
    }

    /** Without the counts, which are personal data. */
    @Override
    public String toString() {
        return "Family";
    }
}
