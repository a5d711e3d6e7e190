package dev.erpkit.accounting.consolidation;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.core.trace.TraceStep;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * An account of the group with all that it is made of; amounts in minor units of the group's currency, debit positive.
 *
 * @param account the account
 * @param members what members bring
 * @param eliminations what group entries do to it
 * @param minor the sum
 */
public record GroupRow(
        AccountId account, ImmutableList<MemberCell> members, ImmutableList<Elimination> eliminations, long minor) {
    /**
     * A line of a group entry on the account.
     *
     * @param entry the id of the entry
     * @param kind what the entry does
     * @param line the line
     */
    public record Elimination(String entry, GroupEntry.Kind kind, GroupLine line) {}

    /** What one member brings. */
    public long minor(MemberId member) {
        return Minors.sum(members.select(c -> c.member().equals(member)), MemberCell::minor);
    }

    /** How the figure came to be, down to the amounts of members with their rates. */
    public TraceStep trace() {
        TraceStep step = TraceStep.of("consolidation.group", minor).with("account", account);
        for (MemberCell cell : members) {
            step = step.from(cell.trace());
        }
        for (Elimination each : eliminations) {
            step = step.from(TraceStep.of("consolidation.entry", each.line().minor())
                    .with("entry", each.entry())
                    .with("kind", each.kind()));
        }
        return step;
    }
}
