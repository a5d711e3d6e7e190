package dev.erpkit.accounting.terms;

import dev.erpkit.core.money.Allocator;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.quantity.Rational;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Splits a total by the lines of terms. Counts in the size of the total; the sign is put back at the end. */
final class TermAmounts {
    private static final RefusalCode EXCEEDS = RefusalCode.of("terms.fixed-exceeds");
    private static final RefusalCode CURRENCY = RefusalCode.of("terms.currency");

    private final TermPolicy policy;
    private final ImmutableList<TermPart> parts;
    private final CurrencyUnit currency;
    private final long size;

    /** What each line asks for, exact; filled by {@link #exact}. */
    private final Rational[] asked;

    private TermAmounts(PaymentTerms terms, CurrencyUnit currency, long size) {
        this.policy = terms.policy();
        this.parts = terms.lines().collect(TermLine::part);
        this.currency = currency;
        this.size = size;
        this.asked = new Rational[parts.size()];
    }

    /** The minor units of each line. */
    static Outcome<long[]> split(PaymentTerms terms, MonetaryAmount total) {
        long minor = Amounts.minor(total);
        TermAmounts split = new TermAmounts(terms, total.getCurrency(), Math.absExact(minor));
        TermPart.Fixed foreign = split.parts
                .selectInstancesOf(TermPart.Fixed.class)
                .detect(fixed -> !fixed.amount().getCurrency().equals(split.currency));
        if (foreign != null) {
            return Outcome.refused(Refusal.of(
                            CURRENCY,
                            "The terms ask for a fixed amount in "
                                    + foreign.amount().getCurrency().getCurrencyCode() + ", the total is in "
                                    + split.currency.getCurrencyCode() + "; take terms in that currency")
                    .with("currency", split.currency.getCurrencyCode()));
        }
        if (!split.exact()) {
            return Outcome.refused(Refusal.of(
                            EXCEEDS,
                            "The fixed amounts of the terms exceed the total of " + Amounts.canonical(total)
                                    + "; take terms for smaller totals")
                    .with("total", Amounts.canonical(total)));
        }
        long[] amounts = terms.policy().split() == TermSplit.ALLOCATED ? split.allocated() : split.rounded();
        for (int i = 0; minor < 0 && i < amounts.length; i++) {
            amounts[i] = -amounts[i];
        }
        return Outcome.accepted(amounts);
    }

    /** Splits base units in proportion to amounts of one sign; a total of zero leaves all to the last. */
    static long[] inProportion(long base, long[] amounts, RemainderRule rule) {
        long[] weights = new long[amounts.length];
        boolean some = false;
        for (int i = 0; i < amounts.length; i++) {
            weights[i] = Math.absExact(amounts[i]);
            some |= amounts[i] != 0;
        }
        if (!some) {
            weights[amounts.length - 1] = 1;
        }
        return Allocator.allocate(base, weights, rule);
    }

    /** Whether what the lines ask for stays within the total, or is cut down to it. */
    private boolean exact() {
        Rational left = Rational.of(size);
        for (int i = 0; i < asked.length; i++) {
            boolean takesAll = i == asked.length - 1 && policy.split() == TermSplit.LAST_LINE;
            asked[i] = takesAll ? left : wanted(parts.get(i), left);
            if (asked[i].compareTo(left) > 0) {
                if (policy.excess() == FixedExcess.REFUSE) {
                    return false;
                }
                asked[i] = left;
            }
            left = left.subtract(asked[i]);
        }
        return true;
    }

    private Rational wanted(TermPart part, Rational left) {
        if (part instanceof TermPart.Share share) {
            return share.share().multiply(Rational.of(size));
        }
        if (part instanceof TermPart.ShareOfRest share) {
            return share.share().multiply(left);
        }
        return part instanceof TermPart.Fixed fixed ? Rational.of(Amounts.minor(fixed.amount())) : left;
    }

    /** Fixed amounts as they are, the others by the one allocator. */
    private long[] allocated() {
        long left = size;
        Rational[] weights = asked.clone();
        for (int i = 0; i < asked.length; i++) {
            // a fixed amount that was cut down to an exact rest is no whole number of units
            if (parts.get(i) instanceof TermPart.Fixed && asked[i].isWhole()) {
                left -= asked[i].numerator().longValueExact();
                weights[i] = Rational.ZERO;
            }
        }
        long[] amounts = left == 0
                ? new long[asked.length]
                : Allocator.allocate(left, Lists.immutable.of(weights), policy.remainder());
        for (int i = 0; i < asked.length; i++) {
            if (!weights[i].equals(asked[i])) {
                amounts[i] = asked[i].numerator().longValueExact();
            }
        }
        return amounts;
    }

    /** Every line by itself, the last with what is left; rounding up never takes more than is left. */
    private long[] rounded() {
        long[] amounts = new long[asked.length];
        long left = size;
        for (int i = 0; i < asked.length; i++) {
            boolean last = i == asked.length - 1;
            Rational want = parts.get(i) instanceof TermPart.ShareOfRest share
                    ? share.share().multiply(Rational.of(left))
                    : asked[i];
            amounts[i] = last ? left : Math.min(left, round(parts.get(i), want));
            left -= amounts[i];
        }
        return amounts;
    }

    private long round(TermPart part, Rational exact) {
        return part instanceof TermPart.Fixed && exact.isWhole()
                ? exact.numerator().longValueExact()
                : policy.rounding().minor(exact.numerator(), exact.denominator(), currency);
    }
}
