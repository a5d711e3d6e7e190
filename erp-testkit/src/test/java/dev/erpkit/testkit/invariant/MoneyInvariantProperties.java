package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.money.Allocator;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.testkit.contract.MemoryHarness;
import dev.erpkit.testkit.generate.MoneyArbitraries;
import dev.erpkit.testkit.generate.MoneyDomain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.eclipse.collections.api.factory.Lists;

/** Invariants 16, 17 and 30. */
class MoneyInvariantProperties {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final RoundingPolicy HALF_UP = RoundingPolicy.toCurrency(RoundingRule.HALF_UP);

    @Provide
    Arbitrary<long[]> weights() {
        return Arbitraries.longs()
                .between(0, 1_000_000)
                .edgeCases(c -> c.add(0L, 1L))
                .array(long[].class)
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(w -> Arrays.stream(w).sum() == 0 ? new long[] {1} : w);
    }

    @Provide
    Arbitrary<Long> totals() {
        return MoneyArbitraries.anyMinor();
    }

    @Provide
    Arbitrary<List<BigDecimal>> numbers() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000000"), new BigDecimal("1000000"))
                .ofScale(5)
                .edgeCases(c -> c.add(
                        new BigDecimal("0.5"), new BigDecimal("-0.5"), new BigDecimal("2.5"), new BigDecimal("0.005")))
                .list()
                .ofMinSize(2)
                .ofMaxSize(10);
    }

    @Property
    void parts_are_exact_by_every_rule_and_negated_with_the_total(
            @ForAll("totals") long total, @ForAll("weights") long[] weights, @ForAll RemainderRule rule) {
        long[] parts = Allocator.allocate(total, weights, rule);
        assertThat(MoneyInvariants.allocationIsExact(total, weights, parts)).isEmpty();
        if (total != Long.MIN_VALUE) {
            long[] negated = Arrays.stream(parts).map(p -> -p).toArray();
            assertThat(Allocator.allocate(-total, weights, rule)).isEqualTo(negated);
        }
        long[] tripled = Arrays.stream(weights).map(w -> 3 * w).toArray();
        assertThat(Allocator.allocate(total, tripled, rule)).isEqualTo(parts);
    }

    @Property
    void the_largest_remainder_is_fair(@ForAll("totals") long total, @ForAll("weights") long[] weights) {
        long[] parts = Allocator.allocate(total, weights, RemainderRule.LARGEST_REMAINDER);
        assertThat(MoneyInvariants.allocationIsFair(total, weights, parts)).isEmpty();
    }

    @Example
    void unfair_parts_are_found_out() {
        assertThat(MoneyInvariants.allocationIsExact(10, new long[] {1, 1}, new long[] {6, 3}))
                .hasSize(1);
        assertThat(MoneyInvariants.allocationIsExact(10, new long[] {1, 0}, new long[] {9, 1}))
                .hasSize(1);
        assertThat(MoneyInvariants.allocationIsExact(10, new long[] {1, 1}, new long[] {12, -2}))
                .hasSize(1);
        assertThat(MoneyInvariants.allocationIsFair(10, new long[] {1, 1}, new long[] {6, 4}))
                .hasSizeGreaterThan(1);
    }

    @Property
    void rounding_is_idempotent_and_monotone(@ForAll("numbers") List<BigDecimal> numbers, @ForAll RoundingRule rule) {
        for (RoundingPolicy policy : Lists.immutable.of(
                RoundingPolicy.to(2, rule),
                RoundingPolicy.toStep(new BigDecimal("0.05"), rule),
                RoundingPolicy.to(0, rule))) {
            assertThat(MoneyInvariants.roundingIsSound(policy, Lists.immutable.ofAll(numbers)))
                    .isEmpty();
        }
    }

    @Property
    void rounding_gives_whole_units_and_half_rules_are_symmetric(@ForAll("numbers") List<BigDecimal> numbers) {
        for (RoundingRule rule : RoundingRule.values()) {
            BigDecimal step = new BigDecimal("0.05");
            assertThat(MoneyInvariants.roundingFitsUnit(
                            RoundingPolicy.toStep(step, rule), step, Lists.immutable.ofAll(numbers)))
                    .isEmpty();
        }
        for (RoundingRule rule : List.of(RoundingRule.HALF_UP, RoundingRule.HALF_EVEN)) {
            assertThat(MoneyInvariants.roundingIsSymmetric(RoundingPolicy.to(1, rule), Lists.immutable.ofAll(numbers)))
                    .isEmpty();
        }
    }

    @Example
    void lopsided_rounding_is_found_out() {
        var half = Lists.immutable.of(new BigDecimal("0.5"));
        assertThat(MoneyInvariants.roundingIsSymmetric(RoundingPolicy.to(0, RoundingRule.FLOOR), half))
                .hasSize(1);
        assertThat(MoneyInvariants.roundingFitsUnit(RoundingPolicy.to(1, RoundingRule.FLOOR), BigDecimal.ONE, half))
                .hasSize(1);
    }

    @Property
    @Domain(MoneyDomain.class)
    @Domain(DomainContext.Global.class)
    void conversion_keeps_its_own_currency_and_zero_and_never_guesses_a_rate(
            @ForAll MonetaryAmount amount, @ForAll CurrencyUnit to, @ForAll("rates") BigDecimal rate) {
        MemoryHarness harness = new MemoryHarness();
        CurrencyUnit from = amount.getCurrency();
        assertThat(harness.rates()
                        .convert(amount, from, RateType.SPOT, DAY, HALF_UP)
                        .orElseThrow())
                .isEqualTo(amount);
        assertThat(harness.rates()
                        .convert(Amounts.zero(from), to, RateType.SPOT, DAY, HALF_UP)
                        .orElseThrow())
                .isEqualTo(Amounts.zero(to));
        if (!from.equals(to) && !amount.isZero()) {
            assertThat(harness.rates()
                            .convert(amount, to, RateType.SPOT, DAY, HALF_UP)
                            .isAccepted())
                    .isFalse();
            harness.record(ExchangeRate.of(from, to, rate, RateType.SPOT, DAY));
            MonetaryAmount there = harness.rates()
                    .convert(amount, to, RateType.SPOT, DAY, HALF_UP)
                    .orElseThrow();
            BigDecimal exact = Amounts.decimal(amount).multiply(rate);
            BigDecimal unit = BigDecimal.ONE.movePointLeft(Amounts.digits(to));
            assertThat(Amounts.decimal(there).subtract(exact).abs().multiply(BigDecimal.valueOf(2)))
                    .isLessThanOrEqualTo(unit);
        }
    }

    @Provide
    Arbitrary<BigDecimal> rates() {
        return MoneyArbitraries.rates();
    }
}
