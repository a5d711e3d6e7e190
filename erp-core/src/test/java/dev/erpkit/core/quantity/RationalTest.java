package dev.erpkit.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RationalTest {
    @ParameterizedTest
    @CsvSource({
        "3, 3",
        "2.5, 5/2",
        "-2.50, -5/2",
        "1/3, 1/3",
        "4/6, 2/3",
        "-4/6, -2/3",
        "0/7, 0",
        "0.000, 0",
        "9223372036854775808, 9223372036854775808",
        "1/9223372036854775808, 1/9223372036854775808",
        "18446744073709551616/2, 9223372036854775808",
        "18446744073709551614/2, 9223372036854775807"
    })
    void text_is_read_and_normalised(String text, String canonical) {
        assertThat(Rational.parse(text)).hasToString(canonical);
        assertThat(Rational.parse(canonical)).isEqualTo(Rational.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1/", "/2", "1.", ".5", "+1", "1e3", "1/2/3", "1/-2", " 1", "0x1"})
    void other_text_is_refused(String text) {
        assertCode("rational.form", () -> Rational.parse(text));
    }

    @Test
    void what_fits_longs_is_given_as_longs() {
        Rational small = Rational.parse("-5/2");
        assertThat(small.fitsLongs()).isTrue();
        assertThat(small.longNumerator()).isEqualTo(-5);
        assertThat(small.longDenominator()).isEqualTo(2);
        Rational big = Rational.parse("1/9223372036854775808");
        assertThat(big.fitsLongs()).isFalse();
        assertThat(catchThrowableOfType(ArithmeticException.class, big::longDenominator))
                .isNotNull();
        assertThat(big.longNumerator()).isEqualTo(1);
    }

    @Test
    void sizes_beyond_reason_are_refused() {
        assertCode("rational.form", () -> Rational.parse("9".repeat(201)));
        assertCode("rational.form", () -> Rational.of(new BigDecimal("1E+999999999")));
        assertCode("rational.form", () -> Rational.of(new BigDecimal("1E-999999999")));
    }

    @Test
    void nothing_divides_by_zero() {
        assertCode("rational.zero-denominator", () -> Rational.parse("1/0"));
        assertCode("rational.zero-denominator", () -> Rational.of(1, 0));
        assertCode("rational.zero-denominator", () -> Rational.ONE.divide(Rational.ZERO));
        assertCode("rational.zero-denominator", Rational.ZERO::reciprocal);
    }

    @Test
    void the_denominator_carries_no_sign() {
        assertThat(Rational.of(1, -2)).isEqualTo(Rational.of(-1, 2)).hasToString("-1/2");
        assertThat(Rational.of(-2, 3).reciprocal()).isEqualTo(Rational.of(-3, 2));
        assertThat(Rational.of(Long.MIN_VALUE, Long.MIN_VALUE)).isEqualTo(Rational.ONE);
    }

    @Test
    void sums_and_products_leave_the_range_of_a_long_exactly() {
        Rational max = Rational.of(Long.MAX_VALUE);
        Rational min = Rational.of(Long.MIN_VALUE);

        assertThat(max.add(Rational.ONE)).hasToString("9223372036854775808");
        assertThat(min.negate()).isEqualTo(max.add(Rational.ONE));
        assertThat(min.abs().subtract(Rational.ONE)).isEqualTo(max);
        assertThat(max.multiply(max).numerator())
                .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).pow(2));
        assertThat(max.multiply(max).divide(max)).isEqualTo(max).hasSameHashCodeAs(max);
    }

    @Test
    void thirds_add_up() {
        Rational third = Rational.of(1, 3);

        assertThat(third.add(third).add(third)).isEqualTo(Rational.ONE);
        assertThat(third.exactDecimal()).isEmpty();
        assertThat(Rational.of(1, 8).exactDecimal()).contains(new BigDecimal("0.125"));
    }

    private static void assertCode(String code, ThrowingCallable call) {
        InvalidValueException thrown = catchThrowableOfType(InvalidValueException.class, call);
        assertThat(thrown).isNotNull();
        assertThat(thrown.has(code)).as(thrown.getMessage()).isTrue();
    }
}
