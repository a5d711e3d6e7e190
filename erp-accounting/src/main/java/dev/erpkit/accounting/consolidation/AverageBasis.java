package dev.erpkit.accounting.consolidation;

import java.util.Locale;

/** Over what the average rate of income and expense is taken. */
public enum AverageBasis {
    /** One rate, recorded in the period: the latest of type {@code average} that is dated in it. */
    PERIOD,
    /** A rate for each calendar month, recorded in that month. */
    MONTH;

    /** The stable name: {@code period} or {@code month}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
