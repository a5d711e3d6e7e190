package dev.erpkit.accounting.credit;

/** What a credit limit says to an order or invoice. */
public enum CreditVerdict {
    /** Within the limit. */
    OK("ok"),
    /** Beyond the warning mark, or beyond a limit that only warns. */
    WARN("warn"),
    /** Beyond a limit that stops. */
    STOP("stop");

    private final String text;

    CreditVerdict(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }
}
