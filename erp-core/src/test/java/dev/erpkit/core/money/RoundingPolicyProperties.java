package dev.erpkit.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import javax.money.CurrencyUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Scale;

/** Invariant 17, and that all ways of rounding agree. */
class RoundingPolicyProperties {
    private static final CurrencyUnit MILLS = Amounts.unit("MILLS", 3);

    @Property
    void rounding_again_changes_nothing(@ForAll("policies") RoundingPolicy policy, @ForAll @Scale(5) BigDecimal x) {
        BigDecimal once = policy.round(x);

        assertThat(policy.round(once)).isEqualTo(once);
    }

    @Property
    void the_larger_never_rounds_to_the_smaller(
            @ForAll("policies") RoundingPolicy policy, @ForAll("near") BigDecimal x, @ForAll("near") BigDecimal y) {
        assertThat(policy.round(x.max(y))).isGreaterThanOrEqualTo(policy.round(x.min(y)));
    }

    @Property
    void rules_that_do_not_lean_treat_both_signs_alike(
            @ForAll("policies") RoundingPolicy policy, @ForAll("near") BigDecimal x) {
        Assume.that(!policy.name().startsWith("floor") && !policy.name().startsWith("ceiling"));

        assertThat(policy.round(x.negate()))
                .isEqualByComparingTo(policy.round(x).negate());
    }

    @Property
    void the_result_is_a_multiple_less_than_one_unit_away(
            @ForAll("rules") RoundingRule rule, @ForAll("steps") BigDecimal step, @ForAll("near") BigDecimal x) {
        BigDecimal rounded = RoundingPolicy.toStep(step, rule).round(x);

        assertThat(rounded.remainder(step)).isEqualByComparingTo("0");
        assertThat(rounded.subtract(x).abs()).isLessThan(step);
    }

    @Property
    void half_rules_go_to_the_nearer(@ForAll("steps") BigDecimal step, @ForAll("near") BigDecimal x) {
        for (RoundingRule rule :
                new RoundingRule[] {RoundingRule.HALF_UP, RoundingRule.HALF_EVEN, RoundingRule.HALF_DOWN}) {
            BigDecimal error =
                    RoundingPolicy.toStep(step, rule).round(x).subtract(x).abs();
            assertThat(error.multiply(BigDecimal.valueOf(2))).isLessThanOrEqualTo(step);
        }
    }

    @Property
    void minor_units_agree_with_decimals(
            @ForAll("policies") RoundingPolicy policy,
            @ForAll("numerators") long numerator,
            @ForAll("denominators") long denominator) {
        // the exact amount is numerator / denominator thousandths
        Rational exact = Rational.of(numerator, denominator).divide(Rational.of(1000));
        String expected = outcome(() -> Amounts.minor(policy.in(MILLS).round(exact), MILLS));

        assertThat(outcome(() -> policy.minor(numerator, denominator, MILLS))).isEqualTo(expected);
        assertThat(outcome(() -> policy.minor(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator), MILLS)))
                .isEqualTo(expected);
        assertThat(outcome(() -> policy.share(numerator, 7, denominator, MILLS)))
                .isEqualTo(outcome(() -> policy.minor(
                        BigInteger.valueOf(numerator).multiply(BigInteger.valueOf(7)),
                        BigInteger.valueOf(denominator),
                        MILLS)));
    }

    @Property
    void quotients_agree_with_the_modes_of_the_platform(
            @ForAll("rules") RoundingRule rule,
            @ForAll("numerators") long numerator,
            @ForAll("denominators") long denominator) {
        assertThat(rule.divide(numerator, denominator))
                .isEqualTo(BigDecimal.valueOf(numerator)
                        .divide(BigDecimal.valueOf(denominator), 0, rule.mode())
                        .longValueExact());
    }

    @Property
    void a_name_is_read_back_to_the_same_policy(
            @ForAll("rules") RoundingRule rule, @ForAll("steps") BigDecimal step, @ForAll("near") BigDecimal x) {
        RoundingPolicy policy = RoundingPolicy.toStep(step, rule);

        assertThat(RoundingPolicy.parse(policy.name())).isEqualTo(policy);
        assertThat(RoundingPolicy.parse(policy.name()).round(x)).isEqualTo(policy.round(x));
    }

    private static String outcome(java.util.function.LongSupplier call) {
        try {
            return Long.toString(call.getAsLong());
        } catch (InvalidValueException e) {
            return e.violations().getFirst().code();
        }
    }

    /** Small ones too, so that fractions often lie right in the middle. */
    @Provide
    Arbitrary<Long> numerators() {
        return Arbitraries.oneOf(Arbitraries.longs(), Arbitraries.longs().between(-200, 200));
    }

    @Provide
    Arbitrary<Long> denominators() {
        return Arbitraries.oneOf(
                Arbitraries.longs().greaterOrEqual(1), Arbitraries.longs().between(1, 4));
    }

    @Provide
    Arbitrary<RoundingRule> rules() {
        return Arbitraries.of(RoundingRule.class);
    }

    @Provide
    Arbitrary<BigDecimal> steps() {
        return Arbitraries.of("0.001", "0.05", "0.25", "0.3", "1", "5", "7", "10", "100", "500")
                .map(BigDecimal::new);
    }

    /** Policies whose unit is a whole number of thousandths. */
    @Provide
    Arbitrary<RoundingPolicy> policies() {
        return Arbitraries.oneOf(
                Combinators.combine(steps(), rules()).as(RoundingPolicy::toStep),
                Arbitraries.just(RoundingPolicy.fiftySenAndUnderDown()));
    }

    /** Numbers that often lie on a unit or right in the middle between two. */
    @Provide
    Arbitrary<BigDecimal> near() {
        return Combinators.combine(steps(), Arbitraries.integers().between(-50, 50), Arbitraries.of(-1, 0, 0, 1))
                .as((step, halves, nudge) -> step.multiply(BigDecimal.valueOf(halves))
                        .divide(BigDecimal.valueOf(2))
                        .add(new BigDecimal("0.00001").multiply(BigDecimal.valueOf(nudge))));
    }
}
