package dev.erpkit.accounting.consolidation;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A fact: a member bought a share in another, or founded it. Amounts are minor units of the group's currency at the rates of
 * that day, debit positive.
 *
 * @param holder who bought
 * @param held what was bought
 * @param day when
 * @param share the share that was bought, above 0
 * @param investment the account of the group on which the holder's investment enters
 * @param costMinor what it cost, positive
 * @param equity all of the equity that the company had then, at fair value, by account of the group; credits are negative
 * @param minorityFairValue the fair value of what others kept, where it is measured so (full goodwill); positive
 */
public record Acquisition(
        MemberId holder,
        MemberId held,
        LocalDate day,
        Rational share,
        AccountId investment,
        long costMinor,
        ImmutableList<GroupLine> equity,
        OptionalLong minorityFairValue) {
    /** What the equity came to then, debit positive: a sound company's is negative. */
    public long equityMinor() {
        return Minors.sum(equity, GroupLine::minor);
    }
}
