package dev.erpkit.crm.sales.quote;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How a seller quotes.
 *
 * @param revisions when a revision takes the place of the one before
 * @param approval who must approve
 * @param mostDiscount the most that may be taken off a line, and off all of a quote, in percents of the list; none, no limit
 */
public record QuoteSetup(RevisionRule revisions, ApprovalRule approval, Optional<BigDecimal> mostDiscount) {
    /** A submitted revision takes the place of the one before; no approval and no limit. */
    public static QuoteSetup plain() {
        return new QuoteSetup(RevisionRule.ON_SUBMIT, ApprovalRule.none(), Optional.empty());
    }

    /** The same with a limit of discounts in percents. */
    public QuoteSetup mostDiscount(String percent) {
        return new QuoteSetup(revisions, approval, Optional.of(new BigDecimal(percent)));
    }

    /** The same with another rule of revisions. */
    public QuoteSetup revised(RevisionRule rule) {
        return new QuoteSetup(rule, approval, mostDiscount);
    }

    /** The same with a rule of approval. */
    public QuoteSetup approvedBy(ApprovalRule rule) {
        return new QuoteSetup(revisions, rule, mostDiscount);
    }
}
