package dev.erpkit.accounting.terms;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import javax.money.MonetaryAmount;

/** How much of a total one line of payment terms asks for. */
public sealed interface TermPart {
    /** The token that {@link PaymentTerms#parse} reads. */
    String text();

    /**
     * A share of the total.
     *
     * @param share above 0, at most 1
     */
    record Share(Rational share) implements TermPart {
        /** Checks the bounds: {@code terms.share}. */
        public Share {
            requireShare(share);
        }

        @Override
        public String text() {
            return TermTexts.share(share);
        }
    }

    /**
     * A share of what the lines before have left.
     *
     * @param share above 0, at most 1
     */
    record ShareOfRest(Rational share) implements TermPart {
        /** Checks the bounds: {@code terms.share}. */
        public ShareOfRest {
            requireShare(share);
        }

        @Override
        public String text() {
            return TermTexts.share(share) + "-of-rest";
        }
    }

    /**
     * An amount, in the direction of the total: of a credit note so much is given back.
     *
     * @param amount above zero, in the currency of the documents
     */
    record Fixed(MonetaryAmount amount) implements TermPart {
        /** Checks the amount: {@code terms.fixed}, {@code amount.too-many-decimals}. */
        public Fixed {
            if (Amounts.minor(amount) <= 0) {
                throw new InvalidValueException("TermPart", "amount", "terms.fixed", "must be above zero");
            }
        }

        @Override
        public String text() {
            return Amounts.canonical(amount).replace(' ', ':');
        }
    }

    /** All that the lines before have left. */
    record Rest() implements TermPart {
        @Override
        public String text() {
            return "rest";
        }
    }

    private static void requireShare(Rational share) {
        if (share.signum() <= 0 || share.compareTo(Rational.ONE) > 0) {
            throw new InvalidValueException(
                    "TermPart", "share", "terms.share", "must be above 0 % and at most 100 %: " + share);
        }
    }
}
