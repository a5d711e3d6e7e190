package dev.erpkit.accounting.document;

import dev.erpkit.core.money.Allocator;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.IntLists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.ListIterable;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.list.primitive.IntList;
import org.eclipse.collections.api.list.primitive.MutableIntList;

/**
 * The lines of an advance invoice: one for each mix of taxes of the order, with its share of their net and taxes, so that
 * every rate is asked for in the proportion in which it is ordered.
 */
final class Advances {
    private static final RoundingPolicy HALF_UP = RoundingPolicy.toCurrency(RoundingRule.HALF_UP);

    private final DocumentDraft draft;
    private final AdvanceTerms terms;
    private final CurrencyUnit currency;

    private Advances(DocumentDraft draft, AdvanceTerms terms) {
        this.draft = draft;
        this.terms = terms;
        this.currency = draft.currency();
    }

    /** What the lines of one mix come to together. */
    private record Mix(long net, ImmutableList<LineTax> taxes) {
        Mix plus(IssuedLine line) {
            MutableList<LineTax> sums = Lists.mutable.empty();
            taxes.forEachWithIndex(
                    (tax, i) -> sums.add(TaxSums.add(tax, line.taxes().get(i))));
            return new Mix(Math.addExact(net, line.netMinor()), sums.toImmutable());
        }
    }

    /** The lines that ask for a part of what is ordered. */
    static ImmutableList<IssuedLine> of(DocumentDraft draft, AdvanceTerms terms, ImmutableList<IssuedLine> ordered) {
        return new Advances(draft, terms).lines(ordered);
    }

    private ImmutableList<IssuedLine> lines(ImmutableList<IssuedLine> ordered) {
        Map<ImmutableList<TaxKey>, Mix> mixes = new LinkedHashMap<>();
        ordered.forEach(line -> mixes.merge(
                line.taxes().collect(LineTax::tax),
                new Mix(line.netMinor(), line.taxes()),
                (before, same) -> before.plus(line)));
        ImmutableList<Mix> all = Lists.immutable.withAll(mixes.values());
        long total = Sums.of(ordered, IssuedLine::grossMinor);
        long asked = asked(total);
        if (asked <= 0 || asked > total) {
            throw new RefusedException(DocumentRefusals.advanceExceeds(draft.id(), Amounts.ofMinor(total, currency)));
        }
        long[] parts = parts(all, asked, total);
        MutableList<IssuedLine> lines = Lists.mutable.empty();
        int at = 0;
        for (Mix mix : all) {
            long net = parts[at++];
            MutableList<LineTax> taxes = Lists.mutable.empty();
            for (LineTax tax : mix.taxes()) {
                long taxable = tax.taxableMinor() == mix.net()
                        ? net
                        : DocumentTaxes.split(tax.taxableMinor(), asked, total, currency);
                taxes.add(new LineTax(tax.tax(), taxable, parts[at++]));
            }
            if (net != 0 || taxes.anySatisfy(tax -> tax.taxMinor() != 0)) {
                lines.add(line(lines.size() + 1, net, taxes.toImmutable()));
            }
        }
        return lines.toImmutable();
    }

    private long asked(long total) {
        if (terms.amount().isPresent()) {
            if (!terms.amount().get().getCurrency().equals(currency)) {
                throw new RefusedException(DocumentRefusals.form(
                        draft.id(), "asks for a down payment in another currency than its own; convert it"));
            }
            return Amounts.minor(terms.amount().get());
        }
        Rational share = Rational.of(terms.percent().orElse(BigDecimal.ZERO)).divide(Rational.of(100));
        Rational exact = Rational.of(total).multiply(share);
        return HALF_UP.minor(exact.numerator(), exact.denominator(), currency);
    }

    /** Net and taxes of each mix in turn. */
    private long[] parts(ImmutableList<Mix> mixes, long asked, long total) {
        MutableList<Long> wholes = Lists.mutable.empty();
        MutableIntList nets = IntLists.mutable.empty();
        mixes.forEach(mix -> {
            nets.add(wholes.size());
            wholes.add(mix.net());
            mix.taxes().forEach(tax -> wholes.add(tax.taxMinor()));
        });
        boolean alike = terms.policy() == AdvancePolicy.LARGEST_REMAINDER;
        if (alike && wholes.allSatisfy(whole -> whole >= 0)) {
            return allocated(asked, wholes);
        }
        long[] parts = new long[wholes.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = DocumentTaxes.split(wholes.get(i), asked, total, currency);
        }
        if (terms.policy() != AdvancePolicy.EACH) {
            spreadRest(parts, nets, asked, wholes);
        }
        return parts;
    }

    private static long[] allocated(long total, ListIterable<Long> weights) {
        return Allocator.allocate(
                total, weights.collectLong(Long::longValue).toArray(), RemainderRule.LARGEST_REMAINDER);
    }

    /** The nets share what the taxes leave; where some are below zero, the largest takes what rounding leaves. */
    private static void spreadRest(long[] parts, IntList nets, long asked, ListIterable<Long> wholes) {
        ListIterable<Long> ofNets = nets.collect(wholes::get);
        long rest = asked;
        for (long part : parts) {
            rest = Math.subtractExact(rest, part);
        }
        if (ofNets.allSatisfy(net -> net >= 0) && ofNets.anySatisfy(net -> net > 0)) {
            long all = rest;
            for (int i = 0; i < nets.size(); i++) {
                all = Math.addExact(all, parts[nets.get(i)]);
            }
            long[] each = allocated(all, ofNets);
            for (int i = 0; i < each.length; i++) {
                parts[nets.get(i)] = each[i];
            }
            return;
        }
        int largest = nets.get(0);
        for (int i = 1; i < nets.size(); i++) {
            largest = Math.abs(wholes.get(nets.get(i))) > Math.abs(wholes.get(largest)) ? nets.get(i) : largest;
        }
        parts[largest] = Math.addExact(parts[largest], rest);
    }

    private IssuedLine line(int number, long net, ImmutableList<LineTax> taxes) {
        return new IssuedLine(
                number,
                LineRole.ADVANCE,
                terms.text(),
                Rational.ONE,
                "",
                Rational.of(BigDecimal.valueOf(net, Amounts.digits(currency))),
                Rational.ZERO,
                Rational.ZERO,
                "",
                Dimensions.none(),
                net,
                0,
                taxes,
                Optional.empty());
    }
}
