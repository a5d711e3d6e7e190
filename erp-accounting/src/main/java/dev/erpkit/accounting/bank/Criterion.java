package dev.erpkit.accounting.bank;

/** What speaks for a match. */
public enum Criterion {
    /** The text names the document. */
    REFERENCE("reference"),
    /** The text names the digits of the document, or the document is too short to be sure. */
    WEAK_REFERENCE("weak-reference"),
    /** The amounts are equal, of one item or of several together. */
    AMOUNT("amount"),
    /** The amount is that of the item less its discount, on a day on which the discount is given. */
    DISCOUNTED_AMOUNT("discounted-amount"),
    /** The amounts differ by no more than the tolerance. */
    NEAR_AMOUNT("near-amount"),
    /** The counterparty's account is the party's. */
    ACCOUNT("account"),
    /** The counterparty's name is the party's. */
    NAME("name"),
    /** The counterparty's name resembles the party's. */
    SIMILAR_NAME("similar-name"),
    /** Such lines were confirmed to be the party's before. */
    LEARNED("learned"),
    /** A rule says that it is the party. */
    RULE("rule"),
    /** The line is near the day on which the item is due. */
    DATE("date");

    private final String text;

    Criterion(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code reference}. */
    public String text() {
        return text;
    }
}
