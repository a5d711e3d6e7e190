package dev.erpkit.crm.sales.quote;

import dev.erpkit.core.decision.DecisionTable;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How a seller quotes.
 *
 * @param revisions when a revision takes the place of the one before
 * @param approval who must approve, by {@code amount}, {@code currency}, {@code discount}, {@code margin} and {@code credit}
 *     ({@code "within"} or {@code "beyond"}), with the output {@code role}; check it for gaps before; none, nobody
 * @param mostDiscount the most that may be taken off a line, and off all of a quote, in percents of the list; none, no limit
 * @param mixedTaxes what happens to a discount on all of a quote whose lines bear different taxes
 */
public record QuoteSetup(
        RevisionRule revisions,
        Optional<DecisionTable> approval,
        Optional<BigDecimal> mostDiscount,
        MixedTaxes mixedTaxes) {
    /** A submitted revision takes the place of the one before; no approval and no limit. */
    public static QuoteSetup plain() {
        return new QuoteSetup(RevisionRule.ON_SUBMIT, Optional.empty(), Optional.empty(), MixedTaxes.SHARE);
    }

    /** The same with a limit of discounts in percents. */
    public QuoteSetup mostDiscount(String percent) {
        return new QuoteSetup(revisions, approval, Optional.of(new BigDecimal(percent)), mixedTaxes);
    }

    /** The same with another rule of revisions. */
    public QuoteSetup revised(RevisionRule rule) {
        return new QuoteSetup(rule, approval, mostDiscount, mixedTaxes);
    }

    /** The same with a table of approval. */
    public QuoteSetup approvedBy(DecisionTable table) {
        return new QuoteSetup(revisions, Optional.of(table), mostDiscount, mixedTaxes);
    }

    /** The same with another way to treat different taxes. */
    public QuoteSetup mixed(MixedTaxes way) {
        return new QuoteSetup(revisions, approval, mostDiscount, way);
    }
}
