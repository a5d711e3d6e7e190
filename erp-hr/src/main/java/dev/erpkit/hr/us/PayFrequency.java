package dev.erpkit.hr.us;

import dev.erpkit.core.value.InvalidValueException;

/** How often wages are paid: the pay periods of a year in step 1 of the worksheets of Publication 15-T. */
public enum PayFrequency {
    /** 260 days. */
    DAILY("daily", 260),
    /** 52 weeks. */
    WEEKLY("weekly", 52),
    /** Every other week. */
    BIWEEKLY("biweekly", 26),
    /** Twice a month. */
    SEMIMONTHLY("semimonthly", 24),
    /** Every month. */
    MONTHLY("monthly", 12),
    /** Every quarter. */
    QUARTERLY("quarterly", 4),
    /** Twice a year. */
    SEMIANNUALLY("semiannually", 2),
    /** Once a year. */
    ANNUALLY("annually", 1);

    private final String text;
    private final int periods;

    PayFrequency(String text, int periods) {
        this.text = text;
        this.periods = periods;
    }

    /** The stable name, such as {@code biweekly}. */
    public String text() {
        return text;
    }

    /** Pay periods in a year. */
    public int periods() {
        return periods;
    }

    /**
     * The frequency with this name.
     *
     * @throws InvalidValueException {@code us.unknown-frequency}
     */
    public static PayFrequency parse(String text) {
        for (PayFrequency frequency : values()) {
            if (frequency.text.equals(text)) {
                return frequency;
            }
        }
        throw new InvalidValueException(
                "PayFrequency", "text", "us.unknown-frequency", "is not the name of a pay frequency: " + text);
    }
}
