package dev.erpkit.hr.japan.labour;

/** What a piece of working time is. The kinds never overlap; night is asked beside them. */
public enum WorkKind {
    /** Scheduled time. */
    REGULAR("regular"),
    /** Beyond the schedule but within the limits of the law (法定内残業): paid, without a premium. */
    WITHIN_LIMITS("within-limits"),
    /** Beyond eight hours a day or forty a week (時間外労働). */
    OVERTIME("overtime"),
    /** Overtime beyond sixty hours a month. */
    OVERTIME_BEYOND_60("overtime-beyond-60"),
    /** Work on a statutory holiday (休日労働). */
    STATUTORY_HOLIDAY("statutory-holiday");

    private final String text;

    WorkKind(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }
}
