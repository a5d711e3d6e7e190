package dev.erpkit.crm.campaign;

import dev.erpkit.core.money.Allocator;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.quantity.Rational;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/**
 * Who gets which credit: exact, and in sum exactly the value of the conversions that had a touch at all.
 *
 * @param model the rule
 * @param credits what each channel is credited with, by name; a channel without credit has none
 * @param total what was credited
 */
public record Attribution(AttributionModel model, ImmutableSortedMap<String, Rational> credits, Rational total) {
    /** Credits paths by a rule, pure. */
    public static Attribution of(AttributionModel model, ImmutableList<TouchPath> paths) {
        ImmutableList<TouchPath> touched = paths.reject(path -> path.touches().isEmpty());
        Rational total = sum(touched.collect(TouchPath::value));
        ImmutableSortedMap<String, Rational> credits = model instanceof AttributionModel.Markov
                ? proportional(MarkovChain.of(touched).removalEffects(), total)
                : perPath(model, touched);
        return new Attribution(model, credits, total);
    }

    private static ImmutableSortedMap<String, Rational> perPath(
            AttributionModel model, ImmutableList<TouchPath> paths) {
        MutableSortedMap<String, Rational> credits = SortedMaps.mutable.empty();
        for (TouchPath path : paths) {
            ImmutableList<Rational> weights = TouchWeights.of(model, path.touches());
            Rational all = sum(weights);
            path.touches().forEachWithIndex((touch, i) -> {
                Rational credit = path.value().multiply(weights.get(i)).divide(all);
                if (!credit.isZero()) {
                    credits.merge(touch.channel(), credit, Rational::add);
                }
            });
        }
        return credits.toImmutable();
    }

    private static ImmutableSortedMap<String, Rational> proportional(
            ImmutableSortedMap<String, Rational> weights, Rational total) {
        Rational all = sum(weights.toList().toImmutable());
        MutableSortedMap<String, Rational> credits = SortedMaps.mutable.empty();
        weights.forEachKeyValue((channel, weight) -> {
            if (!weight.isZero() && !total.isZero()) {
                credits.put(channel, total.multiply(weight).divide(all));
            }
        });
        return credits.toImmutable();
    }

    private static Rational sum(ImmutableList<Rational> numbers) {
        return numbers.injectInto(Rational.ZERO, Rational::add);
    }

    /** What a channel is credited with. */
    public Rational credit(String channel) {
        return credits.getOrDefault(channel, Rational.ZERO);
    }

    /**
     * An amount divided by the credits, in whole minor units, the largest remainders rounded up; in sum the amount.
     *
     * @throws dev.erpkit.core.value.InvalidValueException {@code allocation.no-weight} when nothing is credited
     */
    public ImmutableSortedMap<String, MonetaryAmount> allocate(MonetaryAmount amount) {
        ImmutableList<String> channels = Lists.immutable.withAll(credits.keysView());
        long[] parts = Allocator.allocate(
                Amounts.minor(amount), channels.collect(this::credit), RemainderRule.LARGEST_REMAINDER);
        MutableSortedMap<String, MonetaryAmount> amounts = SortedMaps.mutable.empty();
        channels.forEachWithIndex(
                (channel, i) -> amounts.put(channel, Amounts.ofMinor(parts[i], amount.getCurrency())));
        return amounts.toImmutable();
    }
}
