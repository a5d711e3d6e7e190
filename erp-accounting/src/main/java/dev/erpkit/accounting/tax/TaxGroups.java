package dev.erpkit.accounting.tax;

import dev.erpkit.core.quantity.Rational;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.primitive.IntLists;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.list.primitive.MutableIntList;
import org.eclipse.collections.api.map.MutableMap;

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

        Group(AppliedTax tax) {
            this.tax = tax;
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
        for (int chain = 0; chain < ofChain.length; chain++) {
            long whole = 0;
            Rational price = Rational.ZERO;
            Rational quantity = Rational.ZERO;
            Share[] amounts = exact.chains.get(chain).amounts;
            boolean units = Lists.immutable.of(amounts).anySatisfy(share -> !share.unit().isZero());
            for (int i = 0; i < exact.lines(); i++) {
                if (exact.chainOf[i] == chain) {
                    if (exact.broken != null && exact.broken[i] != null) {
                        price = price.add(exact.price(i));
                    } else {
                        whole = Math.addExact(whole, exact.whole[i]);
                    }
                    quantity = units ? quantity.add(exact.quantity(i)) : quantity;
                }
            }
            price = price.add(Rational.of(whole));
            for (int k = 0; k < amounts.length; k++) {
                ofChain[chain][k].exact = ofChain[chain][k].exact.add(amounts[k].of(price, quantity));
            }
        }
    }
}
