package dev.erpkit.accounting.tax;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.trace.TraceStep;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Mappings of taxes, and what the taxes of a line become for a supply under them: a pure function. Each tax is replaced at
 * most once, by the mapping with the lowest priority that holds.
 *
 * @param all the mappings
 */
public record TaxMappings(ImmutableList<TaxMapping> all) {
    /**
     * What a tax became.
     *
     * @param from the tax
     * @param to the taxes in its place, itself where no mapping holds
     * @param mapping the mapping that applied
     */
    public record Replaced(String from, ImmutableList<String> to, Optional<TaxMapping> mapping) {}

    /**
     * What the taxes of a line became.
     *
     * @param codes the taxes, each once
     * @param steps what each became
     */
    public record Mapped(ImmutableList<String> codes, ImmutableList<Replaced> steps) {
        /** Which mapping replaced which tax. */
        public TraceStep trace() {
            TraceStep trace = TraceStep.of("tax-mapping", codes.makeString("+"));
            for (Replaced step : steps) {
                trace = trace.from(TraceStep.of("tax-replaced", step.to().makeString("+"))
                        .with("tax", step.from())
                        .with("mapping", step.mapping().map(TaxMapping::name).orElse("none")));
            }
            return trace;
        }
    }

    /** These mappings. */
    public static TaxMappings of(TaxMapping... mappings) {
        return new TaxMappings(Lists.immutable.of(mappings));
    }

    /**
     * What taxes become for a supply.
     *
     * @return the taxes, or the refusal {@code tax.mapping-ambiguous} with the facts {@code tax}, {@code mapping} and
     *     {@code other}
     */
    public Outcome<Mapped> map(ImmutableList<String> codes, SupplyFacts facts, LocalDate taxPoint) {
        MutableList<Replaced> steps = Lists.mutable.empty();
        for (String code : codes) {
            ImmutableList<TaxMapping> holding = all.select(
                            mapping -> mapping.tax().equals(code) && mapping.holds(facts, taxPoint))
                    .toSortedListBy(TaxMapping::priority)
                    .toImmutable();
            TaxMapping first = holding.getFirst();
            if (first == null) {
                steps.add(new Replaced(code, Lists.immutable.of(code), Optional.empty()));
                continue;
            }
            TaxMapping other = holding.detect(
                    each -> each.priority() == first.priority() && !each.to().equals(first.to()));
            if (other != null) {
                return Outcome.refused(ambiguous(code, first, other));
            }
            steps.add(new Replaced(code, first.to(), Optional.of(first)));
        }
        return Outcome.accepted(
                new Mapped(steps.flatCollect(Replaced::to).distinct().toImmutable(), steps.toImmutable()));
    }

    private static Refusal ambiguous(String code, TaxMapping first, TaxMapping other) {
        return Refusal.of(
                        TaxRefusals.AMBIGUOUS,
                        "Mappings " + first.name() + " and " + other.name() + " both replace tax " + code
                                + "; give them different priorities")
                .with("tax", code)
                .with("mapping", first.name())
                .with("other", other.name());
    }
}
