package dev.erpkit.core.money;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;

/** The allocation of {@link Allocator} where products exceed a {@code long}; the weights are checked already. */
final class BigAllocation {
    private BigAllocation() {}

    static long[] allocate(long total, BigInteger[] weights, RemainderRule rule) {
        return Arrays.stream(allocate(BigInteger.valueOf(total), weights, rule))
                .mapToLong(BigInteger::longValueExact)
                .toArray();
    }

    static BigInteger[] allocate(BigInteger total, BigInteger[] weights, RemainderRule rule) {
        BigInteger size = total.abs();
        BigInteger sum = Arrays.stream(weights).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger[] parts = new BigInteger[weights.length];
        BigInteger[] rests = new BigInteger[weights.length];
        BigInteger left = size;
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] share = size.multiply(weights[i]).divideAndRemainder(sum);
            parts[i] = share[0];
            rests[i] = share[1];
            left = left.subtract(share[0]);
        }
        // fewer units are left than there are parts
        int units = left.intValueExact();
        int[] takers = takers(weights, rests, rule);
        boolean oneEach = rule == RemainderRule.LARGEST_REMAINDER || rule == RemainderRule.IN_TURN;
        for (int unit = 0; unit < units; unit++) {
            int taker = takers[oneEach ? unit : 0];
            parts[taker] = parts[taker].add(BigInteger.ONE);
        }
        return Arrays.stream(parts)
                .map(part -> total.signum() < 0 ? part.negate() : part)
                .toArray(BigInteger[]::new);
    }

    /** The positions in the order in which the rule serves them. */
    private static int[] takers(BigInteger[] weights, BigInteger[] rests, RemainderRule rule) {
        Comparator<Integer> order = switch (rule) {
            case LARGEST_REMAINDER ->
                Comparator.<Integer, BigInteger>comparing(i -> rests[i]).reversed();
            case LARGEST_WEIGHT ->
                Comparator.<Integer, BigInteger>comparing(i -> weights[i]).reversed();
            case FIRST, IN_TURN -> Comparator.comparing(i -> weights[i].signum() == 0);
            case LAST ->
                Comparator.<Integer, Boolean>comparing(i -> weights[i].signum() == 0)
                        .thenComparing(Comparator.<Integer>naturalOrder().reversed());
        };
        Integer[] positions = new Integer[weights.length];
        Arrays.setAll(positions, i -> i);
        // a stable sort, so that of equals the earlier comes first
        Arrays.sort(positions, order);
        return Arrays.stream(positions).mapToInt(i -> i).toArray();
    }
}
