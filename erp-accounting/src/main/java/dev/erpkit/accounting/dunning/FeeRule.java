package dev.erpkit.accounting.dunning;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;

/** Puts the fees on proposals, and these in their order. */
final class FeeRule {
    private record Letter(PartyId party, CurrencyUnit currency) {
        static Letter of(DunningProposal proposal) {
            return new Letter(proposal.party(), proposal.currency());
        }
    }

    /** The highest level first, then the longest overdue, then the first by id. */
    private static final Comparator<DunningProposal> BEARER = Comparator.comparing(DunningProposal::level)
            .reversed()
            .thenComparing(DunningProposal::due)
            .thenComparing(DunningProposal::item);

    private FeeRule() {}

    static ImmutableList<DunningProposal> charge(
            ImmutableList<DunningProposal> proposals, Function<PartyId, Optional<DunningProcedure>> procedures) {
        MutableMap<Letter, DunningProposal> bearers = Maps.mutable.empty();
        proposals.forEach(proposal ->
                bearers.merge(Letter.of(proposal), proposal, (a, b) -> BEARER.compare(a, b) <= 0 ? a : b));
        return proposals
                .collect(proposal -> {
                    DunningProcedure procedure =
                            procedures.apply(proposal.party()).orElseThrow();
                    boolean bears =
                            procedure.feePer() == FeePer.ITEM || proposal.equals(bearers.get(Letter.of(proposal)));
                    Optional<DunningFee> fee =
                            procedure.level(proposal.level()).fee().filter(some -> bears);
                    return fee.map(some -> {
                                DunningProposal.Builder charged = DunningProposal.builder();
                                return charged.from(proposal)
                                        .feeMinor(Amounts.minor(some.on(proposal.open())))
                                        .build();
                            })
                            .orElse(proposal);
                })
                .toSortedList(DunningLetter.ORDER)
                .toImmutable();
    }
}
