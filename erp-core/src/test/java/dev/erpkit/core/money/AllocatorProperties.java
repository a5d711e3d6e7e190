package dev.erpkit.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Invariant 16: what every rule keeps, and what largest-remainder alone keeps. */
class AllocatorProperties {
    @Property
    void parts_sum_to_the_total_exactly(
            @ForAll long total, @ForAll("weights") long[] weights, @ForAll RemainderRule rule) {
        BigInteger sum = Arrays.stream(Allocator.allocate(total, weights, rule))
                .mapToObj(BigInteger::valueOf)
                .reduce(BigInteger.ZERO, BigInteger::add);

        assertThat(sum).isEqualTo(BigInteger.valueOf(total));
    }

    @Property
    void every_part_is_within_one_unit_of_its_exact_share_under_largest_remainder(
            @ForAll long total, @ForAll("weights") long[] weights) {
        long[] parts = Allocator.allocate(total, weights, RemainderRule.LARGEST_REMAINDER);

        for (int i = 0; i < parts.length; i++) {
            assertThat(errorTimesSum(total, weights, parts, i).abs()).isLessThan(sum(weights));
        }
    }

    @Property
    void rules_that_give_all_to_one_cut_every_other_part_and_it_gains_less_than_a_unit_per_part(
            @ForAll long total, @ForAll("weights") long[] weights, @ForAll RemainderRule rule) {
        long[] parts = Allocator.allocate(total, weights, rule);
        BigInteger gainLimit = sum(weights).multiply(BigInteger.valueOf(parts.length));
        int gainers = 0;
        for (int i = 0; i < parts.length; i++) {
            // towards the sign of the total
            BigInteger gain = errorTimesSum(total, weights, parts, i).multiply(BigInteger.valueOf(total < 0 ? -1 : 1));
            gainers += gain.signum() > 0 ? 1 : 0;
            assertThat(gain).isLessThan(gainLimit).isGreaterThan(sum(weights).negate());
        }
        if (rule != RemainderRule.LARGEST_REMAINDER && rule != RemainderRule.IN_TURN) {
            assertThat(gainers).isLessThanOrEqualTo(1);
        }
    }

    @Property
    void in_turn_the_first_parts_gain_one_unit_over_what_they_are_cut_down_to(
            @ForAll long total, @ForAll("weights") long[] weights) {
        long[] parts = Allocator.allocate(total, weights, RemainderRule.IN_TURN);
        boolean gained = true;
        for (int i = 0; i < parts.length; i++) {
            BigInteger cut = BigInteger.valueOf(total)
                    .multiply(BigInteger.valueOf(weights[i]))
                    .divide(sum(weights));
            BigInteger gain = BigInteger.valueOf(parts[i]).subtract(cut).abs();
            assertThat(gain).isIn(BigInteger.ZERO, weights[i] > 0 && gained ? BigInteger.ONE : BigInteger.ZERO);
            gained = weights[i] > 0 ? gain.signum() > 0 : gained;
        }
    }

    @Property
    void no_part_has_the_opposite_sign_and_no_weight_gets_nothing(
            @ForAll long total, @ForAll("weights") long[] weights, @ForAll RemainderRule rule) {
        long[] parts = Allocator.allocate(total, weights, rule);

        for (int i = 0; i < parts.length; i++) {
            assertThat(Long.signum(parts[i])).isIn(0, Long.signum(total));
            assertThat(weights[i] == 0 && parts[i] != 0).isFalse();
        }
    }

    @Property
    void equal_weights_differ_by_one_unit_at_most_under_largest_remainder(
            @ForAll long total, @ForAll("weights") long[] weights) {
        long[] parts = Allocator.allocate(total, weights, RemainderRule.LARGEST_REMAINDER);

        for (int i = 0; i < parts.length; i++) {
            for (int j = i + 1; j < parts.length; j++) {
                if (weights[i] == weights[j]) {
                    // of equals the earlier is served first
                    assertThat(Math.abs(parts[i]) - Math.abs(parts[j])).isBetween(0L, 1L);
                }
            }
        }
    }

    @Property
    void the_opposite_total_gives_the_opposite_parts(
            @ForAll @LongRange(min = -Long.MAX_VALUE) long total,
            @ForAll("weights") long[] weights,
            @ForAll RemainderRule rule) {
        long[] opposite = Arrays.stream(Allocator.allocate(total, weights, rule))
                .map(part -> -part)
                .toArray();

        assertThat(Allocator.allocate(-total, weights, rule)).containsExactly(opposite);
    }

    @Property
    void only_the_proportions_of_the_weights_count(
            @ForAll long total,
            @ForAll("weights") long[] weights,
            @ForAll @LongRange(min = 1) long factor,
            @ForAll RemainderRule rule) {
        BigInteger[] scaled = Arrays.stream(weights)
                .mapToObj(weight -> BigInteger.valueOf(weight).multiply(BigInteger.valueOf(factor)))
                .toArray(BigInteger[]::new);

        assertThat(Allocator.allocate(total, scaled, rule)).containsExactly(Allocator.allocate(total, weights, rule));
    }

    @Property
    void both_ways_of_computing_agree(
            @ForAll long total, @ForAll("weights") long[] weights, @ForAll RemainderRule rule) {
        BigInteger[] big = Arrays.stream(weights).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);

        assertThat(Allocator.allocate(total, weights, rule)).containsExactly(BigAllocation.allocate(total, big, rule));
    }

    /** Part minus exact share, times the sum of the weights. */
    private static BigInteger errorTimesSum(long total, long[] weights, long[] parts, int i) {
        return BigInteger.valueOf(parts[i])
                .multiply(sum(weights))
                .subtract(BigInteger.valueOf(total).multiply(BigInteger.valueOf(weights[i])));
    }

    private static BigInteger sum(long[] weights) {
        return IntStream.range(0, weights.length)
                .mapToObj(i -> BigInteger.valueOf(weights[i]))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Few distinct small weights, so that ties are common, and now and then huge ones. */
    @Provide
    Arbitrary<long[]> weights() {
        Arbitrary<Long> weight = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(8, Arbitraries.longs().between(0, 9)),
                net.jqwik.api.Tuple.of(2, Arbitraries.longs().between(0, 1_000_000)),
                net.jqwik.api.Tuple.of(1, Arbitraries.longs().between(0, Long.MAX_VALUE)));
        return weight.array(long[].class)
                .ofMinSize(1)
                .ofMaxSize(12)
                .filter(weights -> Arrays.stream(weights).anyMatch(w -> w > 0));
    }
}
