package dev.erpkit.crm.service;

/** How a clock stands. */
public enum ClockState {
    /** It runs and there is time left. */
    RUNNING("running"),
    /** It stands still. */
    PAUSED("paused"),
    /** It runs, and the time is over. */
    OVERDUE("overdue"),
    /** What was promised was done in time. */
    MET("met"),
    /** What was promised was done too late. */
    MISSED("missed"),
    /** It stopped in time because the case was solved, before what it waits for. */
    STOPPED("stopped");

    private final String text;

    ClockState(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code running}. */
    public String text() {
        return text;
    }
}
