package dev.erpkit.testkit.generate;

import dev.erpkit.accounting.tax.BoxTag;
import dev.erpkit.accounting.tax.LinePricing;
import dev.erpkit.accounting.tax.PriceRounding;
import dev.erpkit.accounting.tax.Repartition;
import dev.erpkit.accounting.tax.Tax;
import dev.erpkit.accounting.tax.TaxGranularity;
import dev.erpkit.accounting.tax.TaxKind;
import dev.erpkit.accounting.tax.TaxPart;
import dev.erpkit.accounting.tax.TaxPolicy;
import dev.erpkit.accounting.tax.TaxedLine;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Taxes that can stand beside one another in prices and on top of them, lines that have them, and policies. */
public final class TaxArbitraries {
    private TaxArbitraries() {}

    /** One to four taxes with the codes {@code t0} on; together they leave some of every price. */
    public static Arbitrary<ImmutableList<Tax>> taxes() {
        return tax().list().ofMinSize(1).ofMaxSize(4).map(drawn -> {
            ImmutableList<Tax> taxes = Lists.immutable.ofAll(drawn);
            return taxes.collectWithIndex(
                    (tax, i) -> Tax.builder().from(tax).code("t" + i).build());
        });
    }

    /** A tax of any kind but a group, with boxes; shrinks to a plain percentage. */
    public static Arbitrary<Tax> tax() {
        Arbitrary<TaxKind> kinds =
                Arbitraries.of(TaxKind.PERCENT, TaxKind.PERCENT, TaxKind.DIVISION, TaxKind.FIXED_PER_UNIT);
        Arbitrary<BigDecimal> rates = Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(-9), BigDecimal.valueOf(22))
                .ofScale(2)
                .shrinkTowards(BigDecimal.TEN);
        Arbitrary<List<Boolean>> flags = Arbitraries.of(false, true).list().ofSize(4);
        Arbitrary<Integer> sequences = Arbitraries.integers().between(0, 3);
        Arbitrary<Rational> shares = Arbitraries.of(Rational.ONE, Rational.of(4, 5), Rational.of(1, 3), Rational.ZERO);
        return Combinators.combine(kinds, rates, flags, sequences, shares)
                .as((kind, rate, flag, sequence, share) -> tax(kind, rate, flag, sequence, share));
    }

    private static Tax tax(TaxKind kind, BigDecimal rate, List<Boolean> flags, int sequence, Rational share) {
        Tax.Builder tax = Tax.builder()
                .code("t")
                .kind(kind)
                .rate(rate.toPlainString())
                .priceIncluded(flags.get(0))
                .affectsLaterBase(flags.get(1))
                .affectedByEarlier(!flags.get(2))
                .reverseCharge(flags.get(3))
                .deductibleShare(share)
                .invoice(flags.get(3) ? owedByBuyer() : halves());
        return sequence == 0 ? tax.build() : tax.sequence(sequence).build();
    }

    private static Repartition owedByBuyer() {
        return Repartition.of(
                TaxPart.base(BoxTag.plus("base")),
                TaxPart.tax("deducted", BoxTag.plus("deducted")),
                TaxPart.share("-1", "owed", BoxTag.minus("owed")));
    }

    private static Repartition halves() {
        return Repartition.of(
                TaxPart.base(BoxTag.plus("base"), BoxTag.minus("rest")),
                TaxPart.share("1/2", "one", BoxTag.plus("tax")),
                TaxPart.share("1/2", "other", BoxTag.plus("tax"), BoxTag.minus("rest")));
    }

    /** Lines, one or more, that have some of the taxes of these codes, in their order. */
    public static Arbitrary<ImmutableList<TaxedLine>> lines(ImmutableList<String> codes) {
        return line(codes).list().ofMinSize(1).ofMaxSize(6).map(drawn -> {
            ImmutableList<TaxedLine> lines = Lists.immutable.ofAll(drawn);
            return lines.collectWithIndex(
                    (line, i) -> TaxedLine.builder().from(line).id("line-" + i).build());
        });
    }

    /** A line with some of the taxes of these codes; some are taken back, some have broken prices and discounts. */
    public static Arbitrary<TaxedLine> line(ImmutableList<String> codes) {
        Arbitrary<BigDecimal> prices = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(10_000))
                .ofScale(3)
                .edgeCases(c -> c.add(new BigDecimal("52.500"), new BigDecimal("0.005")));
        Arbitrary<Integer> quantities = Arbitraries.integers().between(-3, 12).shrinkTowards(1);
        Arbitrary<Integer> discounts = Arbitraries.of(0, 0, 0, 7, 33);
        return Combinators.combine(
                        prices,
                        quantities,
                        discounts,
                        Arbitraries.of(LinePricing.class),
                        Arbitraries.of(codes.castToList()).set())
                .as((price, quantity, discount, pricing, some) -> TaxedLine.builder()
                        .id("line")
                        .unitPrice(price)
                        .quantity(Rational.of(quantity))
                        .discountPercent(Rational.of(discount))
                        .pricing(pricing)
                        .taxes(codes.select(some::contains))
                        .build());
    }

    /** Policies that round to minor units. */
    public static Arbitrary<TaxPolicy> policies() {
        return Combinators.combine(
                        Arbitraries.of(TaxGranularity.class),
                        Arbitraries.of(RoundingRule.class),
                        Arbitraries.of(PriceRounding.class),
                        Arbitraries.of(RemainderRule.class))
                .as((granularity, rule, prices, remainder) -> TaxPolicy.of(granularity, rule)
                        .prices(prices, RoundingPolicy.toCurrency(RoundingRule.HALF_UP))
                        .remainder(remainder));
    }
}
