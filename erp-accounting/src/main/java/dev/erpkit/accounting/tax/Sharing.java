package dev.erpkit.accounting.tax;

import dev.erpkit.core.money.Allocator;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Bases and taxes in the parts of their repartitions; the parts of a tax sum to it, those of a reverse charge to nothing. */
final class Sharing {
    private final RoundedTaxes rounded;
    private final TaxUse use;
    private final MutableList<TaxPosting> postings = Lists.mutable.empty();

    private Sharing(RoundedTaxes rounded) {
        this.rounded = rounded;
        this.use = rounded.exact.request.use();
    }

    static ImmutableList<TaxPosting> of(RoundedTaxes rounded, Deduction deduction) {
        Sharing sharing = new Sharing(rounded);
        deduction.groups.forEach(sharing::share);
        return sharing.postings.toImmutable();
    }

    private void share(Deduction.Group group) {
        Repartition repartition = group.tax.tax().repartition(use);
        for (TaxPart part : repartition.of(TaxPart.Of.BASE)) {
            long base = round(Rational.of(group.base).multiply(part.factor()));
            add(group.tax, TaxPosting.Kind.BASE, part, base);
        }
        ImmutableList<TaxPart> parts = repartition.of(TaxPart.Of.TAX);
        ImmutableList<TaxPart> here = parts.select(part -> part.factor().signum() > 0);
        ImmutableList<TaxPart> there = parts.select(part -> part.factor().signum() < 0);
        long other = round(Rational.of(group.amount).multiply(sum(there)));
        long whole = group.tax.tax().reverseCharge() ? 0 : group.amount;
        place(group, here, Math.subtractExact(whole, other));
        place(group, there, other);
    }

    private void place(Deduction.Group group, ImmutableList<TaxPart> parts, long total) {
        if (parts.isEmpty()) {
            return;
        }
        ImmutableList<Rational> weights = parts.collect(TaxPart::factor).collect(Rational::abs);
        long[] each = Allocator.allocate(
                total, weights, rounded.exact.request.policy().remainder());
        for (int i = 0; i < each.length; i++) {
            TaxPart part = parts.get(i);
            long deductible = part.deductible() ? deductible(group, each[i]) : each[i];
            add(group.tax, TaxPosting.Kind.TAX, part, deductible);
            if (deductible != each[i]) {
                add(group.tax, TaxPosting.Kind.NON_DEDUCTIBLE, part, Math.subtractExact(each[i], deductible));
            }
        }
    }

    private long deductible(Deduction.Group group, long part) {
        return part == group.amount ? group.deductible : round(Rational.of(part).multiply(group.share));
    }

    private void add(AppliedTax tax, TaxPosting.Kind kind, TaxPart part, long amount) {
        boolean counts = kind != TaxPosting.Kind.NON_DEDUCTIBLE;
        postings.add(new TaxPosting(
                tax,
                kind,
                part.account(),
                Amounts.ofMinor(amount, rounded.currency),
                counts ? part.boxes() : Lists.immutable.empty()));
    }

    private long round(Rational minor) {
        return ExactTaxes.round(minor, rounded.exact.request.policy().rounding(), rounded.currency);
    }

    private static Rational sum(ImmutableList<TaxPart> parts) {
        return parts.collect(TaxPart::factor).injectInto(Rational.ZERO, Rational::add);
    }
}
