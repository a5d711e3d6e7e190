package dev.erpkit.accounting.ledger;

import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.time.temporal.ChronoField;

/**
 * A day as the index wants it.
 *
 * @param day the epoch day
 * @param month months since year 0
 * @param dayOfMonth 1 to 31
 * @param monthEnd whether it is the last day of its month
 */
record AsOf(int day, int month, int dayOfMonth, boolean monthEnd) {
    private static final AsOf FIRST = new AsOf(Integer.MIN_VALUE, Integer.MIN_VALUE, 31, true);
    private static final AsOf LAST = new AsOf(Integer.MAX_VALUE, Integer.MAX_VALUE, 31, true);

    /** The day of a question; days beyond what an entry can have are as good as the first and the last. */
    static AsOf of(LocalDate date) {
        long day = date.toEpochDay();
        if (day <= Integer.MIN_VALUE) {
            return FIRST;
        }
        if (day >= Integer.MAX_VALUE) {
            return LAST;
        }
        int month = (int) date.getLong(ChronoField.PROLEPTIC_MONTH);
        return new AsOf((int) day, month, date.getDayOfMonth(), date.getDayOfMonth() == date.lengthOfMonth());
    }

    /** The end of the day before. */
    static AsOf before(LocalDate date) {
        return date.equals(LocalDate.MIN) ? FIRST : of(date.minusDays(1));
    }

    /** The day of an entry. */
    static AsOf ofEntry(LocalDate date) {
        AsOf day = of(date);
        if (day.equals(FIRST) || day.equals(LAST)) {
            throw new InvalidValueException(
                    "LedgerIndex", "date", "ledger.date", "must lie within 5.8 million years of 1970: " + date);
        }
        return day;
    }
}
