package dev.erpkit.hr.japan.insurance;

/** How many days of pay a month needs before it counts for a decision. */
public enum WorkerKind {
    /** 17 days. */
    ORDINARY(17, 17),
    /** 17 days; when no month has them, in the regular decision 15. */
    PART_TIME(17, 15),
    /** Short-time insured: 11 days. */
    SHORT_TIME(11, 11);

    private final int days;
    private final int fallback;

    WorkerKind(int days, int fallback) {
        this.days = days;
        this.fallback = fallback;
    }

    /** The days a month needs. */
    public int days() {
        return days;
    }

    int fallback() {
        return fallback;
    }
}
