package dev.erpkit.crm.sales.quote;

/** How a revision of a quote stands on a day. */
public enum RevisionState {
    /** Not submitted yet. */
    DRAFT("draft"),
    /** Submitted and not approved by all who must. */
    WAITING("waiting"),
    /** Submitted, approved where that is asked for, and valid: it can be accepted. */
    OPEN("open"),
    /** Its validity is over. */
    EXPIRED("expired"),
    /** Another revision has taken its place. */
    SUPERSEDED("superseded"),
    /** Taken back. */
    WITHDRAWN("withdrawn"),
    /** Accepted, and ordered. */
    ACCEPTED("accepted");

    private final String text;

    RevisionState(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }
}
