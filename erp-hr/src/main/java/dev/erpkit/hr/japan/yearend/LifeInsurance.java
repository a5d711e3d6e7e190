package dev.erpkit.hr.japan.yearend;

import dev.erpkit.hr.japan.internal.Yen;

/**
 * Premiums of life insurance of a year and their deduction (Income Tax Act article 76), in yen; "new" are contracts from 2012
 * on. A fraction goes up.
 *
 * @param newGeneral new general insurance
 * @param oldGeneral old general insurance
 * @param careMedical care and medical insurance
 * @param newPension new private pension
 * @param oldPension old private pension
 */
public record LifeInsurance(long newGeneral, long oldGeneral, long careMedical, long newPension, long oldPension) {
    /** No premiums. */
    public static final LifeInsurance NONE = new LifeInsurance(0, 0, 0, 0, 0);

    private static final long ALL = 120_000;
    private static final long EACH = 40_000;
    private static final long RAISED = 60_000;

    /** The lowest of the premiums. */
    long lowest() {
        return Math.min(Math.min(newGeneral, oldGeneral), Math.min(careMedical, Math.min(newPension, oldPension)));
    }

    /** The whole deduction, at most 120,000. */
    public long deduction(int year, boolean dependantUnder23) {
        return Math.min(ALL, Math.addExact(general(year, dependantUnder23), Math.addExact(care(), pension())));
    }

    /**
     * General insurance: new and old together at most 40,000, or the old alone if that is more. From 2026 on new premiums of
     * those with a dependant below 23 count by a table of their own, at most 60,000.
     */
    public long general(int year, boolean dependantUnder23) {
        boolean raised = YearEndTables.reformed(year) && dependantUnder23;
        long fresh = raised ? scaled(newGeneral, 30_000) : scaled(newGeneral, 20_000);
        return together(fresh, scaled(oldGeneral, 25_000), raised ? RAISED : EACH);
    }

    /** Care and medical insurance. */
    public long care() {
        return scaled(careMedical, 20_000);
    }

    /** Private pensions. */
    public long pension() {
        return together(scaled(newPension, 20_000), scaled(oldPension, 25_000), EACH);
    }

    private static long together(long fresh, long old, long most) {
        return Math.max(old, Math.min(most, fresh + old));
    }

    /** All up to a step, half of what is above to two steps, a quarter to four: {@code x, x/2 + s/2, x/4 + s, 2s}. */
    private static long scaled(long premium, long step) {
        if (premium <= step) {
            return premium;
        }
        if (premium <= 2 * step) {
            return Yen.ceil(premium, 1, 2) + step / 2;
        }
        return premium <= 4 * step ? Yen.ceil(premium, 1, 4) + step : 2 * step;
    }

    /** Without the amounts. */
    @Override
    public String toString() {
        return "LifeInsurance";
    }
}
