package dev.erpkit.accounting.consolidation;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trace.TraceStep;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What an account of a member brings to an account of the group.
 *
 * @param member the member
 * @param account its account; empty for what translation itself leaves: the difference, its rounding
 * @param groupAccount the account of the group
 * @param kind where the figure comes from
 * @param parts the amounts with their rates
 * @param localMinor the parts in minor units of the member's currency; 0 for what translation leaves
 * @param exact the figure in minor units of the group's currency, not rounded
 * @param minor the figure as it enters, debit positive
 */
public record MemberCell(
        MemberId member,
        Optional<AccountId> account,
        AccountId groupAccount,
        Kind kind,
        ImmutableList<CellPart> parts,
        long localMinor,
        Rational exact,
        long minor) {
    /** Where a member's figure comes from. */
    public enum Kind {
        /** From an account of the member. */
        BOOKS,
        /** The translation difference, which balances the exact figures. */
        DIFFERENCE,
        /** What rounding the cells leaves over. */
        ROUNDING
    }

    /** How the figure came to be: each amount with its rate, then the rounding. */
    public TraceStep trace() {
        TraceStep step = TraceStep.of("consolidation." + kind.name().toLowerCase(Locale.ROOT), minor)
                .with("member", member)
                .with("exact", exact);
        if (account.isPresent()) {
            step = step.with("account", account.get());
        }
        for (CellPart part : parts) {
            TraceStep from = TraceStep.of("translate", part.exact())
                    .with("minor", part.localMinor())
                    .with("day", part.day());
            step = step.from(part.rate()
                    .map(rate ->
                            from.with("rate", rate).with("type", rate.type()).with("dated", rate.date()))
                    .orElseGet(() -> from.with("rate", "carried forward")));
        }
        return step;
    }
}
