package dev.erpkit.accounting.openitem;

/** How far from each other the items of a match may stand; a wider reach moves what is set off between the accounts. */
public enum MatchReach {
    /** On one control account. */
    ONE_ACCOUNT("one-account"),
    /** On several control accounts of one kind, such as two receivable accounts. */
    ONE_KIND("one-kind"),
    /** On control accounts of any kind: a debt is set off against a claim on the same party. */
    ANY_KIND("any-kind");

    private final String text;

    MatchReach(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code one-account}. */
    public String text() {
        return text;
    }
}
