package dev.erpkit.testkit.invariant;

import dev.erpkit.accounting.openitem.Ageing;
import dev.erpkit.accounting.openitem.AgeingBasis;
import dev.erpkit.accounting.openitem.AgeingBuckets;
import dev.erpkit.accounting.openitem.AgeingRow;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.OpenItem;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.port.OpenItemQuery;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/** What holds of ageing. */
public final class AgeingInvariants {
    private AgeingInvariants() {}

    /**
     * By account, party and currency, each bucket is the sum of what the items of its age have open on the day, in their
     * currency and in base: so every open item is in exactly one bucket, and the buckets sum to what is open.
     */
    public static ImmutableList<Finding> bucketsSumToOpen(
            OpenItemLog log, LocalDate asOf, AgeingBuckets buckets, AgeingBasis basis) {
        MutableSortedMap<String, BigInteger> left = SortedMaps.mutable.empty();
        for (AgeingRow row : Ageing.of(log, OpenItemQuery.all(), asOf, buckets, basis)) {
            String key = row.book() + "/" + row.account() + "/" + row.party() + "/" + row.currency() + "/"
                    + row.baseCurrency();
            for (int bucket = 0; bucket < buckets.size(); bucket++) {
                add(left, key, bucket, row.amounts().get(bucket), row.bases().get(bucket));
            }
        }
        for (ItemHistory history : OpenItemInvariants.items(log)) {
            OpenItem item = history.item();
            LocalDate from = basis == AgeingBasis.DUE_DATE
                    ? item.due()
                    : item.documentDate().orElse(item.date());
            String key = item.book() + "/" + item.account() + "/" + item.party() + "/" + item.currency() + "/"
                    + item.baseCurrency();
            long amount = history.residual(asOf).amountMinor();
            long base = history.residual(asOf).baseMinor();
            if (amount != 0 || base != 0) {
                add(left, key, bucket(buckets, ChronoUnit.DAYS.between(from, asOf)), -amount, -base);
            }
        }
        MutableList<Finding> found = Lists.mutable.empty();
        left.forEachKeyValue((where, rest) -> {
            if (rest.signum() != 0) {
                found.add(new Finding("ageing-buckets", where + " on " + asOf, "is off by " + rest + " minor units"));
            }
        });
        return found.toImmutable();
    }

    /** Counted by itself: the first bucket whose bound is not below the age. */
    private static int bucket(AgeingBuckets buckets, long age) {
        return buckets.bounds().count(bound -> bound < age);
    }

    private static void add(MutableSortedMap<String, BigInteger> left, String key, int bucket, long amount, long base) {
        left.merge(key + "#" + bucket, BigInteger.valueOf(amount), BigInteger::add);
        left.merge(key + "#" + bucket + " in base", BigInteger.valueOf(base), BigInteger::add);
    }
}
