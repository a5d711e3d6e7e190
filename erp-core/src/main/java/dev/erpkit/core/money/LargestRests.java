package dev.erpkit.core.money;

import java.util.Arrays;

/** Finds the place of a number in an order without putting all of them in order. */
final class LargestRests {
    /** Up to this many numbers sorting them is faster than counting. */
    private static final int FEW = 256;

    private static final int BITS = 12;

    private LargestRests() {}

    /** The least of the {@code count} largest numbers, none of which is below zero. */
    static long least(long[] numbers, int count) {
        return numbers.length <= FEW ? sorted(numbers.clone(), count) : counted(numbers, count);
    }

    private static long sorted(long[] numbers, int count) {
        Arrays.sort(numbers);
        return numbers[numbers.length - count];
    }

    /** Counts by leading bits, then sorts only those that share them with the number that is sought. */
    private static long counted(long[] numbers, int count) {
        long all = 0;
        for (long number : numbers) {
            all |= number;
        }
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(all) - BITS);
        int[] counts = new int[1 << BITS];
        for (long number : numbers) {
            counts[(int) (number >>> shift)]++;
        }
        int leading = counts.length - 1;
        int rest = count;
        while (counts[leading] < rest) {
            rest -= counts[leading--];
        }
        long[] near = new long[counts[leading]];
        int filled = 0;
        for (long number : numbers) {
            if ((int) (number >>> shift) == leading) {
                near[filled++] = number;
            }
        }
        return sorted(near, rest);
    }
}
