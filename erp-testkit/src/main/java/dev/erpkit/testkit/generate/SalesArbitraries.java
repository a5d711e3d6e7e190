package dev.erpkit.testkit.generate;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.quantity.Quantity;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.quantity.UnitOfMeasure;
import dev.erpkit.crm.sales.order.InvoiceBasis;
import dev.erpkit.crm.sales.order.OrderTerms;
import dev.erpkit.crm.sales.order.Recall;
import dev.erpkit.crm.sales.price.Discount;
import dev.erpkit.crm.sales.price.DiscountChain;
import dev.erpkit.crm.sales.price.DiscountMode;
import dev.erpkit.crm.sales.price.Offer;
import dev.erpkit.crm.sales.price.PricingPolicy;
import dev.erpkit.crm.sales.price.SalesLine;
import dev.erpkit.crm.sales.price.TaxRate;
import java.math.BigDecimal;
import java.util.List;
import javax.money.CurrencyUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.eclipse.collections.api.factory.Lists;

/** Offers with discounts and taxes, terms of orders, and lives of orders with deliveries, returns and invoices. */
public final class SalesArbitraries {
    private static final UnitOfMeasure PIECE = UnitOfMeasure.of("PCS", "count");

    private SalesArbitraries() {}

    /** What happens to an order. */
    public enum Act {
        /** Goods are handed over. */
        DELIVER,
        /** Goods come back for good. */
        CREDIT,
        /** Goods come back and others will be delivered. */
        REPLACE,
        /** What is not delivered is not wanted any more. */
        CANCEL,
        /** All that is due is invoiced. */
        INVOICE,
        /** Part of what is due of a line is invoiced. */
        INVOICE_PART,
        /** A share is to be paid down. */
        PAY_DOWN,
        /** The next milestone is invoiced. */
        MILESTONE,
        /** What was kept back is released. */
        RELEASE
    }

    /**
     * One step in the life of an order.
     *
     * @param act what happens
     * @param line to which of its lines, counted around
     * @param share to how much of what is possible, in percents; above 100 it is to be refused
     */
    public record Step(Act act, int line, int share) {}

    /** Currencies of 0, 2 and 3 decimals. */
    public static Arbitrary<CurrencyUnit> currencies() {
        return Arbitraries.of("JPY", "USD", "KWD").map(Amounts::currency);
    }

    /** Percents with up to three decimals; a few are charges. */
    public static Arbitrary<Discount> percents() {
        return Arbitraries.integers().between(-5_000, 100_000).map(n -> new Discount.Percent(BigDecimal.valueOf(n, 3)));
    }

    /** Chains of up to four discounts, some of them amounts off each unit, some with a cap. */
    public static Arbitrary<DiscountChain> chains(CurrencyUnit currency) {
        Arbitrary<Discount> fixed = Arbitraries.integers()
                .between(0, 5_000)
                .map(n -> new Discount.Fixed(Amounts.of(BigDecimal.valueOf(n, 2), currency)));
        Arbitrary<Discount> step = Arbitraries.frequencyOf(Tuple.of(4, percents()), Tuple.of(1, fixed));
        return Combinators.combine(
                        Arbitraries.of(DiscountMode.class),
                        step.list().ofMaxSize(4),
                        Arbitraries.of("100", "100", "60", "33.3"))
                .as((mode, steps, cap) -> new DiscountChain(mode, Lists.immutable.withAll(steps), new BigDecimal(cap)));
    }

    private static Arbitrary<SalesLine> lines(CurrencyUnit currency) {
        Arbitrary<Rational> quantity = Combinators.combine(
                        Arbitraries.integers().between(1, 5_000), Arbitraries.of(1, 1, 1, 3, 10))
                .as((n, parts) -> Rational.of(n, parts));
        Arbitrary<BigDecimal> price =
                Arbitraries.integers().between(0, 3_000_000).map(n -> BigDecimal.valueOf(n, 3));
        Arbitrary<List<TaxRate>> taxes = Arbitraries.of(
                List.of(),
                List.of(TaxRate.of("std", "10")),
                List.of(TaxRate.of("low", "8"), TaxRate.of("eco", "1.25")));
        return Combinators.combine(Arbitraries.integers().between(1, 9), quantity, price, chains(currency), taxes)
                .as((item, count, unit, chain, rates) -> SalesLine.builder()
                        .item("item-" + item)
                        .quantity(new Quantity(count, PIECE))
                        .unitPrice(Amounts.of(unit, currency))
                        .discounts(chain)
                        .taxes(Lists.immutable.withAll(rates))
                        .build());
    }

    /** Offers of one to six lines to one of three parties. */
    public static Arbitrary<Offer> offers() {
        return currencies()
                .flatMap(currency -> Combinators.combine(
                                lines(currency).list().ofMinSize(1).ofMaxSize(6),
                                chains(currency),
                                Arbitraries.of("C-1", "C-2", "C-3"))
                        .as((lines, chain, party) -> {
                            Offer.Builder offer = Offer.builder();
                            return offer.party(party)
                                    .currency(currency)
                                    .lines(Lists.immutable.withAll(lines))
                                    .orderDiscounts(chain)
                                    .build();
                        }));
    }

    /** The same rule for everything, or different ones. */
    public static Arbitrary<PricingPolicy> policies() {
        Arbitrary<RoundingPolicy> rounding = Arbitraries.of(RoundingRule.class).map(RoundingPolicy::toCurrency);
        return Combinators.combine(rounding, rounding, rounding).as(PricingPolicy::new);
    }

    /** Terms on every basis, with and without tolerance and retention. */
    public static Arbitrary<OrderTerms> terms() {
        return Combinators.combine(
                        Arbitraries.of(InvoiceBasis.class),
                        Arbitraries.of(Recall.class),
                        Arbitraries.of("0", "0", "5", "12.5"),
                        Arbitraries.of("0", "0", "10"))
                .as((basis, recall, retention, tolerance) -> {
                    OrderTerms.Builder terms = OrderTerms.builder();
                    return terms.basis(basis)
                            .recall(recall)
                            .retention(new BigDecimal(retention))
                            .overDelivery(new BigDecimal(tolerance))
                            .milestones(
                                    basis == InvoiceBasis.MILESTONES
                                            ? Lists.immutable
                                                    .of("33.3", "33.3", "33.4")
                                                    .collect(BigDecimal::new)
                                            : Lists.immutable.empty())
                            .build();
                });
    }

    /** Lives of an order: what happens step by step, sometimes more than may. */
    public static Arbitrary<List<Step>> lives() {
        Arbitrary<Act> act = Arbitraries.frequency(
                Tuple.of(5, Act.DELIVER),
                Tuple.of(1, Act.CREDIT),
                Tuple.of(1, Act.REPLACE),
                Tuple.of(1, Act.CANCEL),
                Tuple.of(3, Act.INVOICE),
                Tuple.of(3, Act.INVOICE_PART),
                Tuple.of(1, Act.PAY_DOWN),
                Tuple.of(2, Act.MILESTONE),
                Tuple.of(1, Act.RELEASE));
        return Combinators.combine(act, Arbitraries.integers().between(0, 5), Arbitraries.of(10, 33, 50, 100, 100, 130))
                .as(Step::new)
                .list()
                .ofMaxSize(30);
    }
}
