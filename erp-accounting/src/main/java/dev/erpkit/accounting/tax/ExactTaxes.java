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
    private final TaxChain[] byIndex;
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
        this.byIndex = chains.toArray(new TaxChain[0]);
        this.start = new int[chainOf.length + 1];
        this.whole = new long[chainOf.length];
        this.broken = price();
    }

    /** Fills {@link #whole} and gives the prices that do not fit it. */
    private @Nullable Rational @Nullable [] price() {
        @Nullable Rational[] fractions = null;
        CurrencyUnit currency = request.currency();
        RoundingPolicy rounding = request.policy().prices();
        boolean each = request.policy().priceRounding() == PriceRounding.EACH_PRICE;
        BigInteger minorOfMajor = BigInteger.TEN.pow(Amounts.digits(currency));
        long factor = minorOfMajor.longValueExact();
        for (int i = 0; i < chainOf.length; i++) {
            start[i + 1] = start[i] + chain(i).amounts.length;
            Rational priced = request.lines().get(i).priced();
            boolean small = priced.fitsLongs();
            long over = small ? priced.longNumerator() : 0;
            long under = small ? priced.longDenominator() : 1;
            long scaled = over * factor;
            small &= Math.multiplyHigh(over, factor) == scaled >> 63;
            if (small && (each || scaled % under == 0)) {
                whole[i] = each ? rounding.minor(scaled, under, currency) : scaled / under;
            } else if (each) {
                whole[i] = round(priced.multiply(Rational.of(minorOfMajor, BigInteger.ONE)), rounding, currency);
            } else {
                fractions = fractions == null ? new @Nullable Rational[chainOf.length] : fractions;
                fractions[i] = priced.multiply(Rational.of(minorOfMajor, BigInteger.ONE));
            }
        }
        return fractions;
    }

    int lines() {
        return chainOf.length;
    }

    TaxChain chain(int line) {
        return byIndex[chainOf[line]];
    }

    boolean isWhole(int line) {
        return broken == null || broken[line] == null;
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
            net = chain.included[k] ? net.subtract(amount(line, k)) : net;
        }
        return net;
    }

    /** The base of a tax of a line in minor units, unrounded. */
    Rational base(int line, int tax) {
        Rational base = net(line);
        for (int j : chain(line).entering[tax]) {
            base = base.add(amount(line, j));
        }
        return base;
    }

    boolean bears(String code) {
        return chains.anySatisfy(
                chain -> chain.taxes.anySatisfy(tax -> tax.code().equals(code)));
    }

    static long round(Rational minor, RoundingPolicy rounding, CurrencyUnit currency) {
        return rounding.minor(minor.numerator(), minor.denominator(), currency);
    }
}
