package dev.erpkit.accounting.consolidation;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.core.money.Allocator;
import dev.erpkit.core.money.RemainderRule;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * One side of an intercompany pair.
 *
 * @param member who recorded it
 * @param through the last day of the period
 * @param facts its facts that count
 * @param minor what they come to by account of the group, in minor units of the group, debit positive
 */
record PairSide(
        MemberId member,
        LocalDate through,
        ImmutableList<IntercompanyFact> facts,
        ImmutableSortedMap<AccountId, Long> minor) {
    long total() {
        return Minors.sum(minor, Long::longValue);
    }

    /**
     * Lines that take so much out of the side's total, at most all of it: all that stands on the other side than the total,
     * and of the rest a share of each account.
     */
    ImmutableList<GroupLine> takeOut(long size) {
        if (size == 0 && total() != 0) {
            return Lists.immutable.empty();
        }
        long sign = total() < 0 ? -1 : 1;
        MutableList<GroupLine> lines = Lists.mutable.empty();
        MutableList<AccountId> along = Lists.mutable.empty();
        long wanted = size;
        for (AccountId account : minor.keysView()) {
            long own = minor.get(account) * sign;
            if (own < 0) {
                lines.add(GroupLine.of(account, member, Math.negateExact(minor.get(account))));
                wanted = Math.addExact(wanted, -own);
            } else if (own > 0) {
                along.add(account);
            }
        }
        if (wanted > 0) {
            long[] weights = new long[along.size()];
            along.forEachWithIndex((account, i) -> weights[i] = minor.get(account) * sign);
            long[] parts = Allocator.allocate(wanted, weights, RemainderRule.LARGEST_REMAINDER);
            along.forEachWithIndex((account, i) -> lines.add(GroupLine.of(account, member, -sign * parts[i])));
        }
        return lines.reject(line -> line.minor() == 0).toImmutable();
    }

    /** Why this side and the other differ. */
    DifferenceCause cause(PairSide other, ImmutableList<IntercompanyFact> all) {
        if (facts.isEmpty() || other.facts.isEmpty()) {
            return DifferenceCause.IN_TRANSIT;
        }
        ImmutableSet<CurrencyUnit> currencies =
                all.collect(IntercompanyFact::currency).toSet().toImmutable();
        if (currencies.size() > 1) {
            return DifferenceCause.FX;
        }
        long known = Math.addExact(amount(facts), amount(other.facts));
        if (known == 0) {
            return DifferenceCause.FX;
        }
        long later = amount(all.select(fact -> fact.day().isAfter(through)));
        return later != 0 && Math.addExact(known, later) == 0 ? DifferenceCause.IN_TRANSIT : DifferenceCause.AMOUNT;
    }

    private static long amount(ImmutableList<IntercompanyFact> facts) {
        return Minors.sum(facts, IntercompanyFact::amountMinor);
    }
}
