package dev.erpkit.accounting.declaration.japan;

import dev.erpkit.core.value.InvalidValueException;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The figures of a simplified return.
 *
 * @param sales all taxable sales
 * @param classes the same sales by class of business; together they are the sales and what was given back of them
 * @param basePeriodSales taxable sales of the base period without tax, at most 50 million yen
 * @param choice which formula is taken where several may be
 */
public record SimplifiedFigures(
        SalesFigures sales, ImmutableList<ClassSales> classes, long basePeriodSales, Choice choice) {
    /** Which formula is taken: Enforcement Order, article 57, paragraphs 2 and 3. */
    public enum Choice {
        /** The one that deducts most of those the sales allow. */
        MOST_FAVOURABLE("most-favourable"),
        /** The weighted one of paragraph 2, whatever else the sales allow. */
        PRINCIPLE("principle");

        private final String text;

        Choice(String text) {
            this.text = text;
        }

        /** The stable name. */
        public String text() {
            return text;
        }
    }

    /** Checks the sign: {@code japan-return.negative}. */
    public SimplifiedFigures {
        if (basePeriodSales < 0) {
            throw new InvalidValueException(
                    "SimplifiedFigures", "basePeriodSales", "japan-return.negative", "must not be below zero");
        }
    }
}
