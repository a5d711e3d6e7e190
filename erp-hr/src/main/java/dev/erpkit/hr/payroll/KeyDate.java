package dev.erpkit.hr.payroll;

import dev.erpkit.core.value.InvalidValueException;

/** Which of the dates of a payment a parameter, an accumulator or a line keys on. */
public enum KeyDate {
    /** The last day of the work that is paid. */
    WORK("work"),
    /** The day on which the wages were closed. */
    CLOSING("closing"),
    /** The day of payment. */
    PAYMENT("payment"),
    /** The first day of the month whose social insurance premium is deducted. */
    PREMIUM_MONTH("premium-month"),
    /** The first day of the year of a notice, such as that of a local tax. */
    NOTICE_YEAR("notice-year");

    private final String text;

    KeyDate(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code premium-month}. */
    public String text() {
        return text;
    }

    /**
     * The key date with this name.
     *
     * @throws InvalidValueException {@code payroll.unknown-key-date}
     */
    public static KeyDate parse(String text) {
        for (KeyDate key : values()) {
            if (key.text.equals(text)) {
                return key;
            }
        }
        throw new InvalidValueException(
                "KeyDate", "text", "payroll.unknown-key-date", "is not the name of a key date: " + text);
    }
}
