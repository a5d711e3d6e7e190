package dev.erpkit.accounting.tax;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import java.math.BigInteger;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.list.ImmutableList;
import org.jspecify.annotations.Nullable;

/** A document before its rounding: the prices of its lines in minor units, and the solved taxes of each. */
final class ExactTaxes {
    final TaxRequest request;
    final ImmutableList<TaxChain> chains;
    final int[] chainOf;
    /** Where the taxes of each line start in a column of all, and one more for the end. */
    final int[] start;
    /** Prices that are whole minor units; what they are not is in {@link #broken}. */
    final long[] whole;
    /** Prices that are no whole minor units; null where all are. */
    final @Nullable Rational @Nullable [] broken;

    ExactTaxes(TaxRequest request, ImmutableList<TaxChain> chains, int[] chainOf) {
        this.request = request;
        this.chains = chains;
        this.chainOf = chainOf;
        this.start = new int[chainOf.length + 1];
        this.whole = new long[chainOf.length];
        Rational[] fractions = null;
        CurrencyUnit currency = request.currency();
        Rational minorOfMajor = Rational.of(BigInteger.TEN.pow(Amounts.digits(currency)), BigInteger.ONE);
        for (int i = 0; i < chainOf.length; i++) {
            start[i + 1] = start[i] + chains.get(chainOf[i]).amounts.length;
            Rational minor = request.lines().get(i).priced().multiply(minorOfMajor);
            if (request.policy().pricesPerLine()) {
                whole[i] = round(minor, request.policy().prices(), currency);
            } else if (minor.isWhole()) {
                whole[i] = minor.numerator().longValueExact();
            } else {
                fractions = fractions == null ? new Rational[chainOf.length] : fractions;
                fractions[i] = minor;
            }
        }
        this.broken = fractions;
    }

    int lines() {
        return chainOf.length;
    }

    TaxChain chain(int line) {
        return chains.get(chainOf[line]);
    }

    /** The price of a line in minor units. */
    Rational price(int line) {
        Rational fraction = broken == null ? null : broken[line];
        return fraction == null ? Rational.of(whole[line]) : fraction;
    }

    Rational quantity(int line) {
        return request.lines().get(line).quantity();
    }

    /** A tax of a line in minor units, unrounded. */
    Rational amount(int line, int tax) {
        return chain(line).amounts[tax].of(price(line), quantity(line));
    }

    /** The price of a line before all taxes in minor units, unrounded. */
    Rational net(int line) {
        Rational net = price(line);
        TaxChain chain = chain(line);
        for (int k = 0; k < chain.amounts.length; k++) {
            net = chain.taxes.get(k).included() ? net.subtract(amount(line, k)) : net;
        }
        return net;
    }

    boolean bears(String code) {
        return chains.anySatisfy(chain -> chain.taxes.anySatisfy(tax -> tax.code().equals(code)));
    }

    static long round(Rational minor, RoundingPolicy rounding, CurrencyUnit currency) {
        return rounding.minor(minor.numerator(), minor.denominator(), currency);
    }
}
