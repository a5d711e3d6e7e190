package dev.erpkit.accounting.dunning;

/** Where the dunning of an item stands. */
public enum DunningStage {
    /** Proposed, to be sent. */
    DRAFT("draft"),
    /** Sent. */
    SENT("sent"),
    /** Ended. */
    REMOVED("removed");

    private final String text;

    DunningStage(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }
}
