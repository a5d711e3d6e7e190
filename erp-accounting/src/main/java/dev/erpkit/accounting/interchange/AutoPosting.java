package dev.erpkit.accounting.interchange;

/**
 * A posting that an {@link AutoRule} adds.
 *
 * @param account the full name of the account
 * @param kind whether it takes part in the balance of the transaction
 * @param multiplied whether the number multiplies the amount of the posting that the rule matches ({@code *0.5})
 * @param amount the amount to post, with a commodity; where it multiplies, the commodity to post in, or none for that of the
 *     matched posting
 */
public record AutoPosting(String account, PostingKind kind, boolean multiplied, PlainAmount amount) {
    /** Checks the account, and that an amount says of what: a bare number is a factor to Ledger and an amount to hledger. */
    public AutoPosting {
        PlainText.account("AutoPosting", account);
        if (!multiplied && amount.commodity().isEmpty()) {
            throw PlainText.invalid(
                    "AutoPosting",
                    "amount",
                    "auto-posting.ambiguous",
                    "needs a commodity, or a star to multiply the matched amount, as in *0.5");
        }
    }
}
