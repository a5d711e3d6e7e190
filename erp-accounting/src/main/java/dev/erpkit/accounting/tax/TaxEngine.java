package dev.erpkit.accounting.tax;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/**
 * The tax of a document, a pure function: exact fractions up to one rounding, that of the policy.
 *
 * <p>Tax is rounded, and what it is part of follows: a price with tax stays as it is and the net price is the difference
 * (52.50 with 12 % in it is 46.87 and 5.63, although both end in half a cent), a price before tax stays as it is and the
 * gross price is the sum.
 *
 * <p>Refusals: see {@link TaxRefusals}.
 */
public final class TaxEngine {
    private record ChainKey(ImmutableList<String> codes, LinePricing pricing) {}

    private TaxEngine() {}

    /** The tax of an invoice: see {@link #compute(TaxRequest, Taxes)}. */
    public static Outcome<TaxResult> compute(
            ImmutableList<TaxedLine> lines, Taxes taxes, TaxPolicy policy, LocalDate taxPoint, CurrencyUnit currency) {
        return compute(
                TaxRequest.builder()
                        .lines(lines)
                        .policy(policy)
                        .taxPoint(taxPoint)
                        .currency(currency)
                        .build(),
                taxes);
    }

    /** The tax of a document with the taxes that there are. */
    public static Outcome<TaxResult> compute(TaxRequest request, Taxes taxes) {
        try {
            ExactTaxes exact = exact(request, taxes);
            String unborne = request.adjustments().keysView().detect(code -> !exact.bears(code));
            if (unborne != null) {
                return Outcome.refused(Refusal.of(
                                TaxRefusals.ADJUSTMENT,
                                "No line bears tax " + unborne + "; adjust a tax of the document")
                        .with("tax", unborne));
            }
            return Outcome.accepted(TaxResult.of(exact, request.currency(), Rational.ONE));
        } catch (RefusedException refused) {
            return Outcome.refused(refused.refusal());
        }
    }

    private static ExactTaxes exact(TaxRequest request, Taxes taxes) {
        MutableMap<ChainKey, Integer> known = Maps.mutable.empty();
        MutableList<TaxChain> chains = Lists.mutable.empty();
        int[] chainOf = new int[request.lines().size()];
        ChainKey last = new ChainKey(Lists.immutable.empty(), LinePricing.BY_TAX);
        int lastChain = -1;
        for (int i = 0; i < chainOf.length; i++) {
            TaxedLine line = request.lines().get(i);
            if (lastChain < 0 || !line.taxes().equals(last.codes) || line.pricing() != last.pricing) {
                last = new ChainKey(line.taxes(), line.pricing());
                lastChain = known.getIfAbsentPutWithKey(last, key -> {
                    chains.add(new TaxChain(
                            Flattening.of(key.codes, key.pricing, taxes, request.taxPoint(), request.currency()),
                            request.currency()));
                    return chains.size() - 1;
                });
            }
            chainOf[i] = lastChain;
        }
        return new ExactTaxes(request, chains.toImmutable(), chainOf);
    }
}
