package dev.erpkit.accounting.tax;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Sums of the lines of a document by tax or by rate. */
final class Totals {
    private final String key;
    private long base;
    private long amount;
    private long deductible;
    private Rational unrounded = Rational.ZERO;

    private Totals(String key) {
        this.key = key;
    }

    /** By a key, in the order in which lines meet it; the base of a line counts once in each. */
    static ImmutableList<TaxTotal> of(RoundedTaxes rounded, Deduction deduction, Function<AppliedTax, String> key) {
        ExactTaxes exact = rounded.exact;
        Map<String, Totals> totals = new LinkedHashMap<>();
        for (int i = 0; i < exact.lines(); i++) {
            ImmutableList<String> keys = exact.chain(i).taxes.collect(key::apply);
            for (int k = 0; k < keys.size(); k++) {
                Totals total = totals.computeIfAbsent(keys.get(k), Totals::new);
                int place = exact.start[i] + k;
                if (keys.indexOf(keys.get(k)) == k) {
                    total.base = Math.addExact(total.base, rounded.base(i, k));
                }
                total.amount = Math.addExact(total.amount, rounded.amounts[place]);
                total.deductible = Math.addExact(total.deductible, deduction.amounts[place]);
            }
        }
        new TaxGroups(exact, key).all.forEach(group -> {
            Totals total = totals.computeIfAbsent(key.apply(group.tax), Totals::new);
            total.unrounded = total.unrounded.add(group.exact.multiply(rounded.scale));
        });
        return Lists.immutable.ofAll(totals.values()).collect(total -> total.made(rounded));
    }

    private TaxTotal made(RoundedTaxes rounded) {
        BigInteger minorOfMajor = BigInteger.TEN.pow(Amounts.digits(rounded.currency));
        return new TaxTotal(
                key,
                Amounts.ofMinor(base, rounded.currency),
                Amounts.ofMinor(amount, rounded.currency),
                Amounts.ofMinor(deductible, rounded.currency),
                unrounded.divide(Rational.of(minorOfMajor, BigInteger.ONE)));
    }
}
