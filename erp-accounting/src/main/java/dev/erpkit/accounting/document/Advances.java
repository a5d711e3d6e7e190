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
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

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
            taxes.forEachWithIndex((tax, i) -> sums.add(TaxSums.add(tax, line.taxes().get(i))));
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
            throw new RefusedException(
                    DocumentRefusals.advanceExceeds(draft.id(), Amounts.ofMinor(total, currency)));
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
        long[] wholes = mixes.flatCollect(
                        mix -> Lists.mutable.with(mix.net()).withAll(mix.taxes().collect(LineTax::taxMinor)))
                .collectLong(Long::longValue)
                .toArray();
        boolean negative = false;
        for (long whole : wholes) {
            negative |= whole < 0;
        }
        if (!negative && terms.policy() == AdvancePolicy.TOTAL) {
            return Allocator.allocate(asked, wholes, RemainderRule.LARGEST_REMAINDER);
        }
        long[] parts = new long[wholes.length];
        long rest = asked;
        int largest = 0;
        for (int i = 0; i < wholes.length; i++) {
            parts[i] = DocumentTaxes.split(wholes[i], asked, total, currency);
            rest = Math.subtractExact(rest, parts[i]);
            largest = Math.abs(wholes[i]) > Math.abs(wholes[largest]) ? i : largest;
        }
        if (terms.policy() == AdvancePolicy.TOTAL) {
            parts[largest] = Math.addExact(parts[largest], rest);
        }
        return parts;
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
                "",
                Dimensions.none(),
                net,
                0,
                taxes,
                Optional.empty());
    }
}
