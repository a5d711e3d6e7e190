package dev.erpkit.accounting.openitem;

import dev.erpkit.core.value.InvalidValueException;
import org.eclipse.collections.api.factory.primitive.IntLists;
import org.eclipse.collections.api.list.primitive.ImmutableIntList;

/**
 * The classes of age of a report: up to each bound, and one for what is older. Bounds 0, 30, 60 give the buckets "up to 0
 * days", "1 to 30", "31 to 60" and "over 60".
 *
 * @param bounds the last day of age in each bucket but the last, ascending, at least one
 */
public record AgeingBuckets(ImmutableIntList bounds) {
    /** Checks that the bounds ascend: {@code ageing.bounds}. */
    public AgeingBuckets {
        if (bounds.isEmpty()) {
            throw invalid("must have at least one bound");
        }
        for (int i = 1; i < bounds.size(); i++) {
            if (bounds.get(i) <= bounds.get(i - 1)) {
                throw invalid("must ascend");
            }
        }
    }

    /** The buckets with these bounds, in days. */
    public static AgeingBuckets of(int... bounds) {
        return new AgeingBuckets(IntLists.immutable.with(bounds));
    }

    /** The number of buckets. */
    public int size() {
        return bounds.size() + 1;
    }

    /** The bucket of an age in days, from 0; negative ages are days to come. */
    public int bucketOf(long days) {
        int bucket = 0;
        while (bucket < bounds.size() && days > bounds.get(bucket)) {
            bucket++;
        }
        return bucket;
    }

    private static InvalidValueException invalid(String message) {
        return new InvalidValueException("AgeingBuckets", "bounds", "ageing.bounds", message);
    }
}
