package dev.erpkit.accounting.openitem;

/**
 * How much of an item in one currency settles an item in another. A rate that the request states goes before all but
 * {@link #REFUSED}.
 */
public enum CrossCurrencyRule {
    /** Items of different currencies do not match: {@code match.currency}. */
    REFUSED("one-currency"),
    /** Only at a rate that the request states, or by amounts that it gives for every item. */
    STATED("stated"),
    /** At the historical rates of the items, so that no exchange difference arises but for rounding. */
    HISTORICAL("historical"),
    /** At the recorded rate of the day of the item in base currency, as if that item were foreign too. */
    DATE_OF_BASE_ITEM("date-of-base-item"),
    /** At the recorded rate of the day of the match. */
    DATE_OF_MATCH("date-of-match");

    private final String text;

    CrossCurrencyRule(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code date-of-match}. */
    public String text() {
        return text;
    }
}
