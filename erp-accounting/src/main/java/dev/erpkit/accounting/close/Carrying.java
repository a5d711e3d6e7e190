package dev.erpkit.accounting.close;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.Dimensions;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * Carries balances to another account, in groups of lines that each balance in base currency and in every other one.
 *
 * @param target where balances go
 * @param trading what takes foreign amounts; empty when the target keeps them
 * @param kept the axes that lines on the target keep; empty for all
 * @param base the base currency
 * @param limit the most lines of a group
 */
record Carrying(
        AccountId target,
        Optional<AccountId> trading,
        Optional<ImmutableSet<String>> kept,
        CurrencyUnit base,
        int limit) {

    /**
     * What was carried.
     *
     * @param groups the lines, by group
     * @param arrived what the target holds now, by coordinates and currency; balances of zero are left out
     */
    record Carried(ImmutableList<ImmutableList<JournalLine>> groups, ImmutableList<ResultBalance> arrived) {}

    private record Key(Dimensions dimensions, String currency) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byDimensions = dimensions.compareTo(other.dimensions);
            return byDimensions != 0 ? byDimensions : currency.compareTo(other.currency);
        }
    }

    /** Carries balances, none of which is zero in both currencies, in their order. */
    Carried carry(ImmutableList<ResultBalance> balances) {
        MutableList<ImmutableList<JournalLine>> groups = Lists.mutable.empty();
        MutableSortedMap<Key, ResultBalance> arrived = SortedMaps.mutable.empty();
        MutableList<JournalLine> lines = Lists.mutable.empty();
        MutableSortedMap<Key, ResultBalance> sums = SortedMaps.mutable.empty();
        for (ResultBalance balance : balances) {
            Key key = keyOf(balance);
            int keys = sums.size() + (sums.containsKey(key) ? 0 : 1);
            if (lines.size() + 1 + keys * linesPerKey() > limit) {
                groups.add(finish(lines, sums, arrived));
                lines.clear();
                sums.clear();
            }
            lines.add(line(
                    balance.account(),
                    balance.dimensions(),
                    Amounts.negate(balance.amount()),
                    Amounts.negate(balance.base())));
            add(sums, key, balance.amount(), balance.base());
        }
        if (lines.notEmpty()) {
            groups.add(finish(lines, sums, arrived));
        }
        return new Carried(
                groups.toImmutable(), Lists.immutable.ofAll(arrived.values()).reject(ResultBalance::isZero));
    }

    private Key keyOf(ResultBalance balance) {
        return new Key(
                keep(balance.dimensions()), balance.amount().getCurrency().getCurrencyCode());
    }

    private int linesPerKey() {
        return trading.isPresent() ? 3 : 1;
    }

    private Dimensions keep(Dimensions dimensions) {
        return kept.isEmpty()
                ? dimensions
                : new Dimensions(
                        dimensions.values().select((axis, value) -> kept.get().contains(axis)));
    }

    private ImmutableList<JournalLine> finish(
            MutableList<JournalLine> lines,
            MutableSortedMap<Key, ResultBalance> sums,
            MutableSortedMap<Key, ResultBalance> arrived) {
        MutableList<JournalLine> group = Lists.mutable.ofAll(lines);
        MutableSortedMap<Key, ResultBalance> onTarget = SortedMaps.mutable.empty();
        for (ResultBalance sum : sums.values()) {
            boolean foreign = !sum.amount().getCurrency().equals(base);
            if (foreign && trading.isPresent()) {
                exchange(sum, trading.get(), group);
                add(onTarget, new Key(sum.dimensions(), base.getCurrencyCode()), sum.base(), sum.base());
            } else {
                add(onTarget, keyOf(sum), sum.amount(), sum.base());
            }
        }
        onTarget.forEachKeyValue((key, sum) -> {
            if (!sum.isZero()) {
                group.add(line(target, sum.dimensions(), sum.amount(), sum.base()));
            }
            add(arrived, key, sum.amount(), sum.base());
        });
        return group.toImmutable();
    }

    /** The trading account takes the foreign amount, or a base-only rest, and gives the base amount. */
    private static void exchange(ResultBalance sum, AccountId trading, MutableList<JournalLine> group) {
        if (sum.isZero()) {
            return;
        }
        group.add(line(trading, sum.dimensions(), sum.amount(), sum.base()));
        if (!sum.base().isZero()) {
            group.add(line(trading, sum.dimensions(), Amounts.negate(sum.base()), Amounts.negate(sum.base())));
        }
    }

    private void add(MutableSortedMap<Key, ResultBalance> sums, Key key, MonetaryAmount amount, MonetaryAmount inBase) {
        ResultBalance before = sums.get(key);
        sums.put(
                key,
                before == null
                        ? new ResultBalance(target, key.dimensions(), amount, inBase)
                        : new ResultBalance(
                                target, key.dimensions(), sum(before.amount(), amount), sum(before.base(), inBase)));
    }

    private static MonetaryAmount sum(MonetaryAmount a, MonetaryAmount b) {
        return Amounts.ofMinor(Math.addExact(Amounts.minor(a), Amounts.minor(b)), a.getCurrency());
    }

    static JournalLine line(AccountId account, Dimensions dimensions, MonetaryAmount amount, MonetaryAmount base) {
        boolean sameCurrency = amount.getCurrency().equals(base.getCurrency());
        boolean plain = sameCurrency ? amount.isEqualTo(base) : amount.signum() == base.signum();
        return JournalLine.builder()
                .account(account)
                .dimensions(dimensions)
                .amount(amount)
                .base(base)
                .adjustment(!plain)
                .build();
    }
}
