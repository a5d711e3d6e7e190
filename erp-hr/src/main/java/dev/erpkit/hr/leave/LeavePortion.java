package dev.erpkit.hr.leave;

/** How much of a day is taken. */
public enum LeavePortion {
    /** All of it. */
    FULL("full"),
    /** Half of it. */
    HALF("half"),
    /** Some hours. */
    HOURS("hours");

    private final String text;

    LeavePortion(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }
}
