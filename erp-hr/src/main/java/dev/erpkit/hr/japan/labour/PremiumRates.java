package dev.erpkit.hr.japan.labour;

import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;

/**
 * Premiums in percent of the hourly base, which add up: overtime at night is 25 + 25. An employer's own may be higher than
 * those of the law, never lower.
 *
 * @param overtime on overtime
 * @param beyond60 on overtime beyond sixty hours a month
 * @param holiday on work on a statutory holiday
 * @param night on work between 22:00 and 5:00, beside the others
 */
public record PremiumRates(int overtime, int beyond60, int holiday, int night) {
    private static final PremiumRates STATUTORY = new PremiumRates(25, 50, 35, 25);
    private static final PremiumRates SMALL_BEFORE_2023 = new PremiumRates(25, 25, 35, 25);
    private static final LocalDate SMALL_FROM = LocalDate.of(2023, 4, 1);

    /** Checks against the least that the law ever asked for since 2010: {@code premium.below-statutory}. */
    public PremiumRates {
        if (overtime < 25 || beyond60 < overtime || holiday < 35 || night < 25) {
            throw new InvalidValueException(
                    "PremiumRates",
                    "overtime",
                    "premium.below-statutory",
                    "must be 25 or more on overtime, no less beyond 60 hours, 35 or more on holidays, 25 or more at night");
        }
    }

    /** Those of the law since April 2023: 25, 50, 35 and 25 (article 37; the ordinance of 1994 on premium rates). */
    public static PremiumRates statutory() {
        return STATUTORY;
    }

    /**
     * Those of the law on a day of work; small and medium businesses had no higher rate beyond sixty hours before April 2023.
     *
     * @throws InvalidValueException {@code premium.not-covered} before April 2010
     */
    public static PremiumRates statutory(LocalDate day, boolean smallOrMedium) {
        if (day.isBefore(LocalDate.of(2010, 4, 1))) {
            throw new InvalidValueException(
                    "PremiumRates", "day", "premium.not-covered", "must be April 2010 or later");
        }
        return smallOrMedium && day.isBefore(SMALL_FROM) ? SMALL_BEFORE_2023 : STATUTORY;
    }

    /** Tells whether none of the rates is below another's. */
    public boolean covers(PremiumRates least) {
        return overtime >= least.overtime
                && beyond60 >= least.beyond60
                && holiday >= least.holiday
                && night >= least.night;
    }

    /** The premium on a kind of time, without that of the night. */
    public int premium(WorkKind kind) {
        return switch (kind) {
            case REGULAR, WITHIN_LIMITS -> 0;
            case OVERTIME -> overtime;
            case OVERTIME_BEYOND_60 -> beyond60;
            case STATUTORY_HOLIDAY -> holiday;
        };
    }

    /** What an hour costs in percent of the base: 100 and all premiums. */
    public int totalPercent(WorkKind kind, boolean atNight) {
        return 100 + premium(kind) + (atNight ? night : 0);
    }
}
