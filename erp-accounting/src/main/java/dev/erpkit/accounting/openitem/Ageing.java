package dev.erpkit.accounting.openitem;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.core.party.PartyId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.primitive.LongLists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;

/**
 * What is open by age, as of any day, as known at any position or instant: matches that take effect later, or are recorded
 * later, do not change it. Every open item stands in exactly one bucket.
 */
public final class Ageing {
    private record Key(BookId book, AccountId account, PartyId party, CurrencyUnit currency, CurrencyUnit base) {}

    /** The sums of one row, by bucket. */
    @SuppressWarnings("ArrayRecordComponent") // added to in place, never compared
    private record Sums(long[] amounts, long[] bases) {}

    private final LocalDate asOf;
    private final AgeingBuckets buckets;
    private final AgeingBasis basis;
    private final MutableMap<Key, Sums> sums = Maps.mutable.empty();

    private Ageing(LocalDate asOf, AgeingBuckets buckets, AgeingBasis basis) {
        this.asOf = asOf;
        this.buckets = buckets;
        this.basis = basis;
    }

    /**
     * The rows of what is open at the end of a day, by book, account, party and currency.
     *
     * @param query which items, and as known at which position or instant; its own day does not matter
     * @param asOf the day
     */
    public static ImmutableList<AgeingRow> of(
            OpenItemLog log, OpenItemQuery query, LocalDate asOf, AgeingBuckets buckets, AgeingBasis basis) {
        Ageing ageing = new Ageing(asOf, buckets, basis);
        log.forEach(query.openAsOf(asOf), ageing::add);
        return ageing.rows();
    }

    private void add(ItemHistory history) {
        OpenItem item = history.item();
        Residual open = history.residual(asOf);
        int bucket = buckets.bucketOf(ChronoUnit.DAYS.between(basis.start(item), asOf));
        Sums row = sums.getIfAbsentPut(
                new Key(item.book(), item.account(), item.party(), item.currency(), item.baseCurrency()),
                () -> new Sums(new long[buckets.size()], new long[buckets.size()]));
        row.amounts()[bucket] = Math.addExact(row.amounts()[bucket], open.amountMinor());
        row.bases()[bucket] = Math.addExact(row.bases()[bucket], open.baseMinor());
    }

    private ImmutableList<AgeingRow> rows() {
        return sums.keyValuesView()
                .collect(pair -> new AgeingRow(
                        pair.getOne().book(),
                        pair.getOne().account(),
                        pair.getOne().party(),
                        pair.getOne().currency(),
                        LongLists.immutable.with(pair.getTwo().amounts()),
                        pair.getOne().base(),
                        LongLists.immutable.with(pair.getTwo().bases())))
                .toSortedList()
                .toImmutable();
    }
}
