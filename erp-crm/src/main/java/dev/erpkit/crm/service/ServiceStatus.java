package dev.erpkit.crm.service;

/** Where a case stands against its agreement. */
public enum ServiceStatus {
    /** Nobody has answered yet. */
    FIRST_RESPONSE_DUE("first-response-due"),
    /** The customer wrote again and waits. */
    NEXT_RESPONSE_DUE("next-response-due"),
    /** Answered, not solved yet. */
    RESOLUTION_DUE("resolution-due"),
    /** The clocks stand still. */
    PAUSED("paused"),
    /** Open, and a deadline has passed. */
    OVERDUE("overdue"),
    /** Solved, and everything in time. */
    FULFILLED("fulfilled"),
    /** Solved, but something was late. */
    FAILED("failed");

    private final String text;

    ServiceStatus(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code fulfilled}. */
    public String text() {
        return text;
    }
}
