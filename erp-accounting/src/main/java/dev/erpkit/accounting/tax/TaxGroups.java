package dev.erpkit.accounting.tax;

import dev.erpkit.core.quantity.Rational;
import java.util.Arrays;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.primitive.IntLists;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.list.primitive.MutableIntList;
import org.eclipse.collections.api.map.MutableMap;
import org.jspecify.annotations.Nullable;

/** The amounts of a document that belong together, with their exact sums. */
final class TaxGroups {
    /** Amounts of one tax. */
    static final class Group {
        final AppliedTax tax;
        final MutableIntList lines = IntLists.mutable.empty();
        /** Places in the column of all amounts. */
        final MutableIntList places = IntLists.mutable.empty();
        /** Unrounded sum in minor units. */
        Rational exact = Rational.ZERO;
        /** The share of the price that every amount is; null where they are of different ones. */
        @Nullable
        Share share;

        private boolean begun;

        Group(AppliedTax tax) {
            this.tax = tax;
        }

        private void add(Share of, Rational amount) {
            share = begun && !of.equals(share) ? null : of;
            begun = true;
            exact = exact.add(amount);
        }
    }

    final MutableList<Group> all = Lists.mutable.empty();

    /** Groups by a key, in the order in which lines meet them. */
    TaxGroups(ExactTaxes exact, Function<AppliedTax, ?> key) {
        MutableMap<Object, Group> byKey = Maps.mutable.empty();
        Group[][] ofChain = new Group[exact.chains.size()][];
        for (int i = 0; i < exact.lines(); i++) {
            int chain = exact.chainOf[i];
            if (ofChain[chain] == null) {
                ofChain[chain] = exact.chains
                        .get(chain)
                        .taxes
                        .collect(tax -> byKey.getIfAbsentPut(key.apply(tax), () -> added(tax)))
                        .toArray(new Group[0]);
            }
            for (int k = 0; k < ofChain[chain].length; k++) {
                ofChain[chain][k].lines.add(i);
                ofChain[chain][k].places.add(exact.start[i] + k);
            }
        }
        sum(exact, ofChain);
    }

    private Group added(AppliedTax tax) {
        Group group = new Group(tax);
        all.add(group);
        return group;
    }

    /** Sums prices and quantities of all lines of a chain first: their taxes are the same share of each. */
    private static void sum(ExactTaxes exact, Group[][] ofChain) {
        long[] whole = new long[ofChain.length];
        Rational[] broken = new Rational[ofChain.length];
        Rational[] quantities = new Rational[ofChain.length];
        Arrays.fill(broken, Rational.ZERO);
        Arrays.fill(quantities, Rational.ZERO);
        for (int i = 0; i < exact.lines(); i++) {
            int chain = exact.chainOf[i];
            if (exact.isWhole(i)) {
                whole[chain] = Math.addExact(whole[chain], exact.whole[i]);
            } else {
                broken[chain] = broken[chain].add(exact.price(i));
            }
            if (exact.chain(i).byUnit) {
                quantities[chain] = quantities[chain].add(exact.quantity(i));
            }
        }
        for (int chain = 0; chain < ofChain.length; chain++) {
            Share[] amounts = exact.chains.get(chain).amounts;
            Rational price = broken[chain].add(Rational.of(whole[chain]));
            for (int k = 0; k < amounts.length; k++) {
                ofChain[chain][k].add(amounts[k], amounts[k].of(price, quantities[chain]));
            }
        }
    }
}
