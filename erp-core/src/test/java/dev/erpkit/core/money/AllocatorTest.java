package dev.erpkit.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts worked by hand. */
class AllocatorTest {
    @ParameterizedTest
    @CsvSource({
        "100, 1 1 1, largest-remainder, 34 33 33",
        "100, 1 1 1, first, 34 33 33",
        "100, 1 1 1, last, 33 33 34",
        "100, 1 1 1, largest-weight, 34 33 33",
        "101, 1 1 1, largest-remainder, 34 34 33",
        "101, 1 1 1, first, 35 33 33",
        "101, 1 1 1, last, 33 33 35",
        "-101, 1 1 1, largest-remainder, -34 -34 -33",
        // 1000 by 3, 5, 1: 333.33, 555.56, 111.11
        "1000, 3 5 1, largest-remainder, 333 556 111",
        "1000, 3 5 1, first, 334 555 111",
        "1000, 3 5 1, last, 333 555 112",
        "1000, 3 5 1, largest-weight, 333 556 111",
        "1000, 0 3 5 1 0, first, 0 334 555 111 0",
        "1000, 0 3 5 1 0, last, 0 333 555 112 0",
        // 5 by 7, 7, 1, 1: 2.1875, 2.1875, 0.3125, 0.3125
        "5, 7 7 1 1, largest-remainder, 2 2 1 0",
        "5, 7 7 1 1, largest-weight, 3 2 0 0",
        // 15 by 15 % and the rest: 2.25, 12.75
        "15, 15 85, largest-remainder, 2 13",
        "15, 15 85, in-turn, 3 12",
        "101, 0 1 1 1, in-turn, 0 34 34 33",
        "-101, 1 1 1, in-turn, -34 -34 -33",
        "0, 1 2, in-turn, 0 0",
        "0, 1 2, largest-remainder, 0 0",
        "7, 5, last, 7",
        "9223372036854775807, 1 1, largest-remainder, 4611686018427387904 4611686018427387903",
        // the sum of the weights exceeds a long, once to below zero and once round to above it
        "1, 9223372036854775807 9223372036854775807, largest-remainder, 1 0",
        "4, 9223372036854775807 9223372036854775807 9223372036854775807, largest-remainder, 2 1 1",
        "4, 0 9223372036854775807 9223372036854775807 9223372036854775807, in-turn, 0 2 1 1",
        "-9223372036854775808, 1 1, first, -4611686018427387904 -4611686018427387904",
        "-9223372036854775808, 9223372036854775807, last, -9223372036854775808"
    })
    void parts_of_a_total(long total, String weights, String rule, String parts) {
        assertThat(Allocator.allocate(total, longs(weights), RemainderRule.parse(rule)))
                .containsExactly(longs(parts));
    }

    @Test
    void an_amount_is_split_into_minor_units_of_its_currency() {
        ImmutableList<BigDecimal> weights =
                Lists.immutable.of("0.5", "0.25", "1E+0").collect(BigDecimal::new);

        assertThat(Allocator.allocate(Amounts.of("100.01", "USD"), weights, RemainderRule.LARGEST_REMAINDER)
                        .collect(Amounts::canonical))
                // 10,001 cents by 2, 1, 4 of 7: 2,857.43, 1,428.71, 5,714.86
                .containsExactly("USD 28.57", "USD 14.29", "USD 57.15");
    }

    @Test
    void a_total_of_part_cents_is_refused() {
        assertCode(
                "amount.too-many-decimals",
                () -> Allocator.allocate(
                        Amounts.of("0.001", "USD"), Lists.immutable.of(BigDecimal.ONE), RemainderRule.FIRST));
    }

    @Test
    void fractions_are_weights_too() {
        ImmutableList<Rational> weights =
                Lists.immutable.of("1/2", "1/3", "1/6").collect(Rational::parse);

        assertThat(Allocator.allocate(100, weights, RemainderRule.LARGEST_REMAINDER))
                .containsExactly(50, 33, 17);
    }

    @Test
    void without_a_weight_above_zero_nothing_can_be_split() {
        assertCode("allocation.no-weight", () -> Allocator.allocate(1, new long[0], RemainderRule.LAST));
        assertCode("allocation.no-weight", () -> Allocator.allocate(1, new long[] {0, 0}, RemainderRule.LAST));
        assertCode(
                "allocation.no-weight",
                () -> Allocator.allocate(1, Lists.immutable.of(Rational.ZERO), RemainderRule.LAST));
    }

    @Test
    void a_weight_below_zero_is_refused_and_named() {
        InvalidValueException thrown = assertCode(
                "allocation.negative-weight",
                () -> Allocator.allocate(1, new long[] {1, -1}, RemainderRule.LARGEST_REMAINDER));

        assertThat(thrown.violations().getFirst().path()).isEqualTo("weights[1]");
        assertCode(
                "allocation.negative-weight",
                () -> Allocator.allocate(1, Lists.immutable.of(Rational.parse("-1/2")), RemainderRule.FIRST));
    }

    @Test
    void an_unknown_rule_is_refused() {
        assertCode("allocation.unknown-rule", () -> RemainderRule.parse("lucky"));
    }

    private static long[] longs(String text) {
        return Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    private static InvalidValueException assertCode(String code, ThrowingCallable call) {
        InvalidValueException thrown = catchThrowableOfType(InvalidValueException.class, call);
        assertThat(thrown).isNotNull();
        assertThat(thrown.has(code)).as(thrown.getMessage()).isTrue();
        return thrown;
    }
}
