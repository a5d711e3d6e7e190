package dev.erpkit.inventory.reservation;

import dev.erpkit.core.quantity.Rational;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The fewest whole packages that make a quantity exactly: all sums that packages can make, size by size, each with the fewest
 * packages. Where none is exact, one package more than such a sum, which is opened, as few in all as hold the quantity. Where
 * there are too many sums, the largest packages that fit, and the smallest for the rest.
 */
final class Packages {
    private static final int MOST_SUMS = 20_000;

    private Packages() {}

    /** A sum that packages make, as the packages of one size more than another sum. */
    private record Sum(int count, ImmutableList<PickSource> packages) {}

    /** The packages to take, given all of them with the largest first. */
    static ImmutableList<PickSource> fewest(Rational need, ImmutableList<PickSource> largestFirst) {
        NavigableMap<Rational, Sum> sums = new TreeMap<>();
        sums.put(Rational.ZERO, new Sum(0, Lists.immutable.empty()));
        int from = 0;
        while (from < largestFirst.size()) {
            Rational size = largestFirst.get(from).quantity();
            int until = from;
            while (until < largestFirst.size()
                    && largestFirst.get(until).quantity().equals(size)) {
                until++;
            }
            sums = extended(sums, largestFirst.subList(from, until), need);
            if (sums.size() > MOST_SUMS) {
                return greedy(need, largestFirst);
            }
            from = until;
        }
        Map.Entry<Rational, Sum> most = sums.lastEntry();
        return most.getKey().equals(need) ? most.getValue().packages() : opened(need, sums, largestFirst);
    }

    /**
     * Fewest packages that hold more than the need, then least more, then the smallest to open, which is the last; all of them
     * where they are too few.
     */
    private static ImmutableList<PickSource> opened(
            Rational need, NavigableMap<Rational, Sum> sums, ImmutableList<PickSource> largestFirst) {
        ImmutableList<PickSource> best = largestFirst;
        Optional<Rational> least = Optional.empty();
        for (Map.Entry<Rational, Sum> whole : sums.entrySet()) {
            Rational open = need.subtract(whole.getKey());
            ImmutableList<PickSource> taken = whole.getValue().packages();
            Optional<PickSource> last = largestFirst
                    .select(source -> source.quantity().compareTo(open) >= 0 && !taken.contains(source))
                    .getLastOptional();
            if (last.isEmpty()) {
                continue;
            }
            Rational more = last.get().quantity().subtract(open);
            int fewer = Integer.compare(taken.size() + 1, best.size());
            if (least.isEmpty() || fewer < 0 || fewer == 0 && more.compareTo(least.get()) <= 0) {
                best = taken.newWith(last.get());
                least = Optional.of(more);
            }
        }
        return best;
    }

    private static NavigableMap<Rational, Sum> extended(
            Map<Rational, Sum> sums, ImmutableList<PickSource> equal, Rational need) {
        NavigableMap<Rational, Sum> more = new TreeMap<>(sums);
        Rational size = equal.getFirst().quantity();
        for (Map.Entry<Rational, Sum> before : sums.entrySet()) {
            Rational sum = before.getKey().add(size);
            for (int taken = 1; taken <= equal.size() && sum.compareTo(need) <= 0; taken++) {
                int count = before.getValue().count() + taken;
                Sum known = more.get(sum);
                if (known == null || count < known.count()) {
                    more.put(sum, new Sum(count, before.getValue().packages().newWithAll(equal.take(taken))));
                }
                sum = sum.add(size);
            }
        }
        return more;
    }

    private static ImmutableList<PickSource> greedy(Rational need, ImmutableList<PickSource> largestFirst) {
        Rational[] open = {need};
        ImmutableList<PickSource> whole = largestFirst.select(source -> {
            boolean fits = source.quantity().compareTo(open[0]) <= 0;
            open[0] = fits ? open[0].subtract(source.quantity()) : open[0];
            return fits;
        });
        if (open[0].isZero()) {
            return whole;
        }
        return largestFirst
                .select(source -> source.quantity().compareTo(open[0]) > 0 && !whole.contains(source))
                .getLastOptional()
                .map(whole::newWith)
                .orElse(whole);
    }
}
