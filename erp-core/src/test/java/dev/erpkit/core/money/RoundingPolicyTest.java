package dev.erpkit.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import javax.money.CurrencyUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures worked by hand; the seven columns of whole numbers are the table of java.math.RoundingMode's documentation. */
class RoundingPolicyTest {
    private static final CurrencyUnit JPY = Amounts.currency("JPY");
    private static final CurrencyUnit USD = Amounts.currency("USD");

    @ParameterizedTest
    @CsvSource({
        " 5.5, 6, 6, 5, 5, 6, 5, 6",
        " 2.5, 3, 2, 2, 2, 3, 2, 3",
        " 1.6, 2, 2, 2, 1, 2, 1, 2",
        " 1.1, 1, 1, 1, 1, 2, 1, 2",
        " 1.0, 1, 1, 1, 1, 1, 1, 1",
        "-1.0,-1,-1,-1,-1,-1,-1,-1",
        "-1.1,-1,-1,-1,-2,-1,-1,-2",
        "-1.6,-2,-2,-2,-2,-1,-1,-2",
        "-2.5,-3,-2,-2,-3,-2,-2,-3",
        "-5.5,-6,-6,-5,-6,-5,-5,-6"
    })
    void rules_at_whole_numbers(
            String exact, long halfUp, long halfEven, long halfDown, long floor, long ceiling, long truncate, long up) {
        long[] expected = {halfUp, halfEven, halfDown, floor, ceiling, truncate, up};
        RoundingRule[] rules = {
            RoundingRule.HALF_UP,
            RoundingRule.HALF_EVEN,
            RoundingRule.HALF_DOWN,
            RoundingRule.FLOOR,
            RoundingRule.CEILING,
            RoundingRule.TRUNCATE,
            RoundingRule.UP
        };
        BigDecimal number = new BigDecimal(exact);
        for (int i = 0; i < rules.length; i++) {
            RoundingPolicy policy = RoundingPolicy.to(0, rules[i]);
            assertThat(policy.round(number)).as(policy.name()).isEqualByComparingTo(BigDecimal.valueOf(expected[i]));
            assertThat(policy.minor(number.movePointRight(1).longValueExact(), 10, JPY))
                    .as(policy.name())
                    .isEqualTo(expected[i]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // decimals
        "half-up:2, 1.005, 1.01",
        "half-even:2, 1.005, 1.00",
        "half-even:2, 1.015, 1.02",
        "truncate:3, -1.2349, -1.234",
        // consumption tax of 10 % on 1,999 yen
        "truncate:0, 199.9, 199",
        "ceiling:0, 199.9, 200",
        // to 10 and 100 yen
        "half-up:-1, 1235, 1240",
        "half-up:-1, 1234, 1230",
        "truncate:-2, 12399, 12300",
        "up:-2, 12301, 12400",
        "floor:-2, -12301, -12400",
        // Swiss cash: 0.025 and 0.075 are the middles
        "half-up:step-0.05, 1.02, 1.00",
        "half-up:step-0.05, 1.025, 1.05",
        "half-up:step-0.05, 1.07, 1.05",
        "half-up:step-0.05, 1.075, 1.10",
        "half-even:step-0.25, 0.375, 0.50",
        "half-even:step-0.25, 0.125, 0.00",
        "floor:step-50, 149, 100",
        // 50 sen and under is dropped, above goes up
        "50-sen-and-under-down, 0.50, 0",
        "50-sen-and-under-down, 0.51, 1",
        "50-sen-and-under-down, 2894.2, 2894",
        "50-sen-and-under-down, 14970.5, 14970",
        "50-sen-and-under-down, 14970.500001, 14971",
        "50-sen-and-under-down, -1501.5, -1501"
    })
    void worked_figures(String policy, String exact, String rounded) {
        assertThat(RoundingPolicy.parse(policy).round(new BigDecimal(exact))).isEqualByComparingTo(rounded);
        assertThat(RoundingPolicy.parse(policy).round(Rational.parse(exact))).isEqualByComparingTo(rounded);
    }

    @Test
    void employment_insurance_of_6_per_mille_on_250250_yen_drops_the_half_yen() {
        // 250,250 x 6 / 1,000 = 1,501.5 and 250,251 x 6 / 1,000 = 1,501.506
        RoundingPolicy policy = RoundingPolicy.fiftySenAndUnderDown();

        assertThat(policy.share(250_250, 6, 1000, JPY)).isEqualTo(1501);
        assertThat(policy.share(250_251, 6, 1000, JPY)).isEqualTo(1502);
    }

    @Test
    void rounding_to_a_large_unit_gives_plain_numbers() {
        assertThat(RoundingPolicy.parse("half-up:-2").round(new BigDecimal("12351")))
                .isEqualTo(new BigDecimal("12400"));
        assertThat(RoundingPolicy.parse("half-up:step-50").round(Rational.parse("1000/3")))
                .isEqualTo(new BigDecimal("350"));
    }

    @Test
    void the_currency_decides_its_decimals() {
        RoundingPolicy policy = RoundingPolicy.toCurrency(RoundingRule.HALF_UP);

        assertThat(Amounts.canonical(policy.round(Amounts.of("1.2345", "USD")))).isEqualTo("USD 1.23");
        assertThat(Amounts.canonical(policy.round(Amounts.of("1.5", "JPY")))).isEqualTo("JPY 2");
        assertThat(Amounts.canonical(policy.round(Amounts.of("1.2345", "KWD")))).isEqualTo("KWD 1.235");
        assertThat(policy.in(USD).name()).isEqualTo("half-up:2");
        assertCode("rounding.needs-currency", () -> policy.round(BigDecimal.ONE));
        assertCode("rounding.needs-currency", () -> policy.round(Rational.ONE));
    }

    @Test
    void minor_units_round_to_the_unit_of_the_policy() {
        assertThat(RoundingPolicy.parse("half-up:step-0.05").minor(1237, 10, USD))
                .isEqualTo(125);
        assertThat(RoundingPolicy.parse("half-up:0").minor(150, 1, USD)).isEqualTo(200);
        assertThat(RoundingPolicy.parse("truncate:-2").minor(12_399, 1, JPY)).isEqualTo(12_300);
    }

    @Test
    void a_unit_finer_than_the_minor_unit_gives_no_minor_units() {
        assertCode(
                "rounding.finer-than-minor",
                () -> RoundingPolicy.parse("half-up:2").minor(1, 1, JPY));
        assertCode(
                "rounding.finer-than-minor",
                () -> RoundingPolicy.parse("half-up:step-0.025").minor(1, 1, USD));
    }

    @Test
    void a_share_is_exact_beyond_the_products_of_a_long() {
        RoundingPolicy policy = RoundingPolicy.parse("half-even:currency");

        assertThat(policy.share(Long.MAX_VALUE, 1_000_000, 1_000_000, JPY)).isEqualTo(Long.MAX_VALUE);
        assertThat(policy.share(Long.MIN_VALUE, 1, 1, JPY)).isEqualTo(Long.MIN_VALUE);
        assertCode("amount.overflow", () -> policy.share(Long.MAX_VALUE, 2, 1, JPY));
        assertCode("amount.overflow", () -> RoundingPolicy.parse("up:-1").minor(Long.MAX_VALUE, 1, JPY));
    }

    @Test
    void a_denominator_must_be_above_zero() {
        RoundingPolicy policy = RoundingPolicy.parse("half-up:0");

        assertCode("rounding.denominator", () -> policy.minor(1, 0, JPY));
        assertCode("rounding.denominator", () -> policy.minor(1, -1, JPY));
        assertCode("rounding.denominator", () -> policy.minor(BigInteger.ONE, BigInteger.ZERO, JPY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "half-up:2",
                "half-even:currency",
                "half-down:0",
                "floor:-1",
                "ceiling:-2",
                "truncate:0",
                "up:18",
                "half-up:step-0.05",
                "half-up:step-50",
                "50-sen-and-under-down"
            })
    void a_name_is_read_back_to_the_same_policy(String name) {
        assertThat(RoundingPolicy.parse(name).name()).isEqualTo(name);
        assertThat(RoundingPolicy.parse(name))
                .isEqualTo(RoundingPolicy.parse(name))
                .hasToString(name);
    }

    @Test
    void a_step_that_is_a_power_of_ten_has_one_name() {
        assertThat(RoundingPolicy.parse("half-up:step-0.010").name()).isEqualTo("half-up:2");
        assertThat(RoundingPolicy.parse("half-up:step-0.050").name()).isEqualTo("half-up:step-0.05");
        assertThat(RoundingPolicy.parse("half-up:step-100").name()).isEqualTo("half-up:-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "half-up", "half-up:", "half-up:two", "sideways:2", "half-up:step-x", "HALF-UP:2"})
    void an_unknown_name_is_refused(String name) {
        assertCode("rounding.unknown", () -> RoundingPolicy.parse(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "half-up:19",
                "half-up:-19",
                "half-up:-2147483648",
                "half-up:step-0",
                "half-up:step--1",
                "half-up:step-1E+99",
                "half-up:step-1E+2147483647"
            })
    void a_unit_out_of_bounds_is_refused(String name) {
        assertCode("rounding.unit", () -> RoundingPolicy.parse(name));
    }

    @Test
    void the_coarsest_step_of_all_is_out_of_bounds_too() {
        BigDecimal coarsest = new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE);

        assertCode("rounding.unit", () -> RoundingPolicy.toStep(coarsest, RoundingRule.HALF_UP));
    }

    private static void assertCode(String code, ThrowingCallable call) {
        InvalidValueException thrown = catchThrowableOfType(InvalidValueException.class, call);
        assertThat(thrown).isNotNull();
        assertThat(thrown.has(code)).as(thrown.getMessage()).isTrue();
    }
}
