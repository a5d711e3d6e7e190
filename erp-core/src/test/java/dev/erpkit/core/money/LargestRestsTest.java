package dev.erpkit.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LargestRestsTest {
    @Test
    void the_least_of_the_largest_is_the_one_that_sorting_finds() {
        SplittableRandom random = new SplittableRandom(5);
        for (long bound : new long[] {1, 2, 3, 100, 4_095, 4_096, 5_000, 1L << 40, Long.MAX_VALUE}) {
            for (int size : new int[] {1, 2, 256, 257, 300, 5_000}) {
                long[] numbers = random.longs(size, 0, bound).toArray();
                long[] sorted = numbers.clone();
                Arrays.sort(sorted);
                for (int count : new int[] {1, 2, size / 2, size - 1, size}) {
                    int wanted = Math.min(size, Math.max(1, count));
                    assertThat(LargestRests.least(numbers, wanted))
                            .as("the %d largest of %d below %d", wanted, size, bound)
                            .isEqualTo(sorted[size - wanted]);
                }
            }
        }
    }
}
