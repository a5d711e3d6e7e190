package dev.erpkit.accounting.tax;

import dev.erpkit.core.quantity.Rational;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.primitive.IntLists;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.list.primitive.MutableIntList;
import org.eclipse.collections.api.map.MutableMap;

/** What may be deducted of the tax of a document, rounded once for each tax and share, and shared out over its lines. */
final class Deduction {
    /** Amounts of one tax of which one share may be deducted. */
    static final class Group {
        final AppliedTax tax;
        final Rational share;
        long base;
        long amount;
        long deductible;
        private final MutableIntList places = IntLists.mutable.empty();

        Group(AppliedTax tax, Rational share) {
            this.tax = tax;
            this.share = share;
        }
    }

    private record Key(String code, Rational share) {}

    final MutableList<Group> groups = Lists.mutable.empty();
    /** What may be deducted of every tax of every line. */
    final long[] amounts;

    Deduction(RoundedTaxes rounded) {
        ExactTaxes exact = rounded.exact;
        MutableMap<Key, Group> known = Maps.mutable.empty();
        Group[] last = {};
        int lastChain = -1;
        Rational lastShare = Rational.ONE;
        for (int i = 0; i < exact.lines(); i++) {
            Rational ofLine = exact.request.lines().get(i).deductibleShare();
            if (exact.chainOf[i] != lastChain || !ofLine.equals(lastShare)) {
                lastChain = exact.chainOf[i];
                lastShare = ofLine;
                last = exact.chain(i)
                        .taxes
                        .collect(tax -> known.getIfAbsentPutWithKey(
                                new Key(tax.code(), tax.tax().deductibleShare().multiply(ofLine)),
                                key -> added(tax, key.share)))
                        .toArray(new Group[0]);
            }
            for (int k = 0; k < last.length; k++) {
                int place = exact.start[i] + k;
                last[k].base = Math.addExact(last[k].base, rounded.base(i, k));
                last[k].amount = Math.addExact(last[k].amount, rounded.amounts[place]);
                if (!last[k].share.equals(Rational.ONE)) {
                    last[k].places.add(place);
                }
            }
        }
        this.amounts = rounded.amounts.clone();
        groups.forEach(group -> deduct(group, rounded));
    }

    private Group added(AppliedTax tax, Rational share) {
        Group group = new Group(tax, share);
        groups.add(group);
        return group;
    }

    private void deduct(Group group, RoundedTaxes rounded) {
        TaxPolicy policy = rounded.exact.request.policy();
        group.deductible =
                ExactTaxes.round(Rational.of(group.amount).multiply(group.share), policy.rounding(), rounded.currency);
        if (group.deductible == group.amount) {
            return;
        }
        MutableList<Rational> each = Lists.mutable.empty();
        group.places.forEach(place -> each.add(Rational.of(amounts[place]).multiply(group.share)));
        long[] parts = new Spreading(policy.rounding(), policy.remainder(), rounded.currency)
                .over(group.deductible, each.toImmutable());
        for (int i = 0; i < parts.length; i++) {
            amounts[group.places.get(i)] = parts[i];
        }
    }
}
