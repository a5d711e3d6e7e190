package dev.erpkit.testkit.generate;

import dev.erpkit.core.money.Amounts;
import java.math.BigDecimal;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Currencies, amounts and rates. */
public final class MoneyArbitraries {
    /** The greatest magnitude generated unless said otherwise: a hundred of them still add up without overflow. */
    static final long MOST = 1_000_000_000_000L;

    private static final ImmutableList<String> CODES = Lists.immutable.of("JPY", "USD", "KWD");

    private MoneyArbitraries() {}

    /** JPY without decimals, USD with two, KWD with three. */
    public static Arbitrary<CurrencyUnit> currencies() {
        return Arbitraries.of(CODES.castToList()).map(Amounts::currency);
    }

    /** Positive minor units up to a trillion; shrinks to 1. */
    public static Arbitrary<Long> positiveMinor() {
        return Arbitraries.longs().between(1, MOST).edgeCases(c -> c.add(1L, 99L, 100L, 101L, 999L, 1_000L, MOST));
    }

    /** Minor units of either sign, never zero; shrinks to 1. */
    public static Arbitrary<Long> nonZeroMinor() {
        return positiveMinor().flatMap(n -> Arbitraries.of(1L, -1L).map(sign -> sign * n));
    }

    /** Any minor units that fit, with the bounds of {@code long}. */
    public static Arbitrary<Long> anyMinor() {
        return Arbitraries.longs()
                .edgeCases(c -> c.add(0L, 1L, -1L, Long.MAX_VALUE, Long.MIN_VALUE + 1, Long.MIN_VALUE));
    }

    /** Positive amounts of a currency. */
    public static Arbitrary<MonetaryAmount> positive(CurrencyUnit currency) {
        return positiveMinor().map(minor -> Amounts.ofMinor(minor, currency));
    }

    /** Amounts of a currency of either sign, zero included. */
    public static Arbitrary<MonetaryAmount> amounts(CurrencyUnit currency) {
        return Arbitraries.longs()
                .between(-MOST, MOST)
                .edgeCases(c -> c.add(0L, 1L, -1L, 99L, -99L))
                .map(minor -> Amounts.ofMinor(minor, currency));
    }

    /** Amounts of any currency. */
    public static Arbitrary<MonetaryAmount> amounts() {
        return currencies().flatMap(MoneyArbitraries::amounts);
    }

    /** Positive exchange rates from 0.000001 to 1000 with six decimals; shrinks to one. */
    public static Arbitrary<BigDecimal> rates() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("0.000001"), new BigDecimal("1000"))
                .ofScale(6)
                .shrinkTowards(BigDecimal.ONE);
    }
}
