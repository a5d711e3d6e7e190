package dev.erpkit.accounting.tax;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.function.Function;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.IntLists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.list.primitive.MutableIntList;

/** The one rounding of a document, in its own currency or in another one at a rate: columns of minor units. */
final class RoundedTaxes {
    private static final Comparator<TaxGroups.Group> IN_ORDER = Comparator.comparing(
                    (TaxGroups.Group group) -> group.tax.code())
            .thenComparing(group -> group.tax.included());

    final ExactTaxes exact;
    final CurrencyUnit currency;
    /** Minor units of this currency for one of the document's. */
    final Rational scale;
    /** The price of each line as it is given: with the taxes that are in it. */
    final long[] price;
    /** The price of each line before all taxes. */
    final long[] net;
    /** Every tax of every line. */
    final long[] amounts;

    /** The net price of the document. */
    long netOfAll;
    /** What its taxes add that the seller is paid. */
    long paidOfAll;

    private final TaxPolicy policy;
    private final Spreading spreading;

    RoundedTaxes(ExactTaxes exact, CurrencyUnit currency, Rational rate) {
        this.exact = exact;
        this.currency = currency;
        this.policy = exact.request.policy();
        this.scale = rate.multiply(Rational.of(BigInteger.TEN.pow(Amounts.digits(currency)), BigInteger.ONE))
                .divide(Rational.of(BigInteger.TEN.pow(Amounts.digits(exact.request.currency())), BigInteger.ONE));
        this.spreading = new Spreading(policy.rounding(), policy.remainder(), currency);
        this.price = switch (policy.priceRounding()) {
            case EACH_PRICE, EACH_AFTER_TAX -> pricesOneByOne();
            case ALL_PRICES, NET_WHERE_MIXED -> pricesTogether();
        };
        this.amounts = new long[exact.start[exact.lines()]];
        switch (policy.granularity()) {
            case LINE -> roundLines();
            case LINE_SUM -> {
                roundLines();
                roundSumsOfLines();
            }
            case TAX -> roundTogether(AppliedTax::code);
            case ACCOUNT -> roundTogether(this::account);
            case RATE -> roundTogether(AppliedTax::rateKey);
        }
        exact.request.adjustments().forEachKeyValue(this::adjust);
        this.net = new long[price.length];
        for (int i = 0; i < net.length; i++) {
            net[i] = Math.subtractExact(price[i], includedIn(i));
        }
        if (policy.priceRounding() == PriceRounding.NET_WHERE_MIXED) {
            roundMixedNet();
        }
        for (int i = 0; i < net.length; i++) {
            netOfAll = Math.addExact(netOfAll, net[i]);
            paidOfAll = Math.addExact(paidOfAll, paid(i));
        }
    }

    /** What the taxes of a line add that the seller is paid. */
    long paid(int line) {
        return sum(line, exact.chain(line).paid);
    }

    private long sum(int line, boolean[] of) {
        long sum = 0;
        int from = exact.start[line];
        for (int k = 0; k < of.length; k++) {
            sum = of[k] ? Math.addExact(sum, amounts[from + k]) : sum;
        }
        return sum;
    }

    private long includedIn(int line) {
        return sum(line, exact.chain(line).included);
    }

    /** The net price of lines with taxes in and on top of their price, rounded once and shared out. */
    private void roundMixedNet() {
        MutableIntList mixed = IntLists.mutable.empty();
        MutableList<Rational> nets = Lists.mutable.empty();
        for (int i = 0; i < net.length; i++) {
            ImmutableList<AppliedTax> taxes = exact.chain(i).taxes;
            if (taxes.anySatisfy(AppliedTax::included) && !taxes.allSatisfy(AppliedTax::included)) {
                mixed.add(i);
                nets.add(exact.net(i).multiply(scale));
            }
        }
        if (mixed.isEmpty()) {
            return;
        }
        long sum = ExactTaxes.round(nets.injectInto(Rational.ZERO, Rational::add), policy.prices(), currency);
        long[] parts = new Spreading(policy.prices(), policy.remainder(), currency).over(sum, nets.toImmutable());
        for (int i = 0; i < parts.length; i++) {
            int line = mixed.get(i);
            net[line] = parts[i];
            price[line] = Math.addExact(parts[i], includedIn(line));
        }
    }

    /** The base of a tax of a line: the net price and the taxes that enter it. */
    long base(int line, int tax) {
        long base = net[line];
        for (int j : exact.chain(line).entering[tax]) {
            base = Math.addExact(base, amounts[exact.start[line] + j]);
        }
        return base;
    }

    /** A tax of a line in minor units, unrounded. */
    Rational unrounded(int line, int tax) {
        return exact.amount(line, tax).multiply(scale);
    }

    private boolean sameCurrency() {
        return scale.equals(Rational.ONE);
    }

    private long[] pricesOneByOne() {
        if (sameCurrency() && exact.broken == null) {
            return exact.whole.clone();
        }
        long[] prices = new long[exact.lines()];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = ExactTaxes.round(exact.price(i).multiply(scale), policy.prices(), currency);
        }
        return prices;
    }

    private long[] pricesTogether() {
        if (sameCurrency() && exact.broken == null) {
            return exact.whole.clone();
        }
        MutableList<Rational> prices = Lists.mutable.empty();
        Rational sum = Rational.ZERO;
        for (int i = 0; i < exact.lines(); i++) {
            prices.add(exact.price(i).multiply(scale));
            sum = sum.add(prices.get(i));
        }
        return new Spreading(policy.prices(), policy.remainder(), currency)
                .over(ExactTaxes.round(sum, policy.prices(), currency), prices.toImmutable());
    }

    private void roundLines() {
        RoundingPolicy rounding = policy.rounding();
        QuickShare[][] quick = exact.chains
                .collect(chain -> QuickShare.of(chain.amounts, scale))
                .toArray(new QuickShare[0][]);
        for (int i = 0; i < exact.lines(); i++) {
            QuickShare[] shares = quick[exact.chainOf[i]];
            boolean whole = exact.isWhole(i);
            for (int k = 0; k < shares.length; k++) {
                amounts[exact.start[i] + k] = whole && shares[k].fits()
                        ? rounding.share(exact.whole[i], shares[k].numerator(), shares[k].denominator(), currency)
                        : ExactTaxes.round(unrounded(i, k), rounding, currency);
            }
        }
    }

    private void roundSumsOfLines() {
        for (int i = 0; i < exact.lines(); i++) {
            int from = exact.start[i];
            int end = exact.start[i + 1];
            if (end > from) {
                Rational sum = Rational.ZERO;
                long rounded = 0;
                for (int place = from; place < end; place++) {
                    sum = sum.add(unrounded(i, place - from));
                    rounded = Math.addExact(rounded, amounts[place]);
                }
                long together = ExactTaxes.round(sum, policy.rounding(), currency);
                amounts[from] = Math.addExact(amounts[from], Math.subtractExact(together, rounded));
            }
        }
    }

    /**
     * Rounds what has one key together. Its taxes share what comes out, apart where one is in prices and where on top of
     * them and in the order of their codes, so that neither the order of lines nor how they are cut changes a total.
     */
    private void roundTogether(Function<AppliedTax, String> key) {
        TaxGroups groups = new TaxGroups(exact, tax -> Lists.immutable.of(key.apply(tax), tax.code(), tax.included()));
        groups.all.groupBy(group -> key.apply(group.tax)).multiValuesView().forEach(of -> {
            ImmutableList<TaxGroups.Group> together =
                    Lists.immutable.ofAll(of).toSortedList(IN_ORDER).toImmutable();
            ImmutableList<Rational> sums = together.collect(group -> group.exact.multiply(scale));
            long total = ExactTaxes.round(sums.injectInto(Rational.ZERO, Rational::add), policy.rounding(), currency);
            long[] each = spreading.over(total, sums);
            for (int g = 0; g < each.length; g++) {
                spread(together.get(g), each[g]);
            }
        });
    }

    private String account(AppliedTax tax) {
        return tax.tax()
                .repartition(exact.request.use())
                .of(TaxPart.Of.TAX)
                .getFirst()
                .account();
    }

    private void spread(TaxGroups.Group group, long total) {
        Share share = group.share;
        long[] parts = share == null || !share.unit().isZero() || exact.broken != null
                ? spreading.over(total, figures(group))
                : spreading.over(total, prices(group), share.price().multiply(scale));
        for (int i = 0; i < parts.length; i++) {
            amounts[group.places.get(i)] = parts[i];
        }
    }

    private long[] prices(TaxGroups.Group group) {
        long[] prices = new long[group.lines.size()];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = exact.whole[group.lines.get(i)];
        }
        return prices;
    }

    /** What the tax of a code is by hand: the lines share the difference by the size of their tax. */
    private void adjust(String code, MonetaryAmount byHand) {
        Rational target = Rational.of(Amounts.minor(byHand)).multiply(scale);
        TaxGroups groups = new TaxGroups(exact, AppliedTax::code);
        TaxGroups.Group group = groups.all.detect(each -> each.tax.code().equals(code));
        long difference = ExactTaxes.round(target, policy.rounding(), currency);
        for (int i = 0; i < group.places.size(); i++) {
            difference = Math.subtractExact(difference, amounts[group.places.get(i)]);
        }
        long[] parts = spreading.bySize(difference, figures(group));
        for (int i = 0; i < parts.length; i++) {
            amounts[group.places.get(i)] += parts[i];
        }
    }

    private ImmutableList<Rational> figures(TaxGroups.Group group) {
        MutableList<Rational> figures = Lists.mutable.empty();
        for (int i = 0; i < group.lines.size(); i++) {
            int line = group.lines.get(i);
            figures.add(unrounded(line, group.places.get(i) - exact.start[line]));
        }
        return figures.toImmutable();
    }
}
