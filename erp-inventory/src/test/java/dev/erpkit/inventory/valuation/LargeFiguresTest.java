package dev.erpkit.inventory.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.item.Portions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** Quantities of any size are exact; amounts beyond what minor units can count are refused. */
class LargeFiguresTest {
    private static final Goods DUST = Goods.of("dust");
    /** 1e30 thirds. */
    private static final Rational MANY = Rational.parse("1000000000000000000000000000000/3");

    private static LocalDateTime day(int day) {
        return LocalDate.of(2026, 1, 1).plusDays(day).atStartOfDay();
    }

    private static StockEvent receipt(long number, Rational quantity, long minor) {
        return new StockEvent.Receipt(number, day((int) number), DUST, quantity, Optional.of(new Cost.Total(minor)));
    }

    private static StockEvent issue(long number, Rational quantity) {
        return new StockEvent.Issue(number, day((int) number), DUST, quantity);
    }

    private static Outcome<ValuationLedger> value(ValuationMethod method, StockEvent... events) {
        ImmutableList<ItemTerms> items = Lists.immutable.of(ItemTerms.of("dust"));
        return Valuation.of(Lists.immutable.of(events), items, ValuationPolicy.of(method), Amounts.currency("JPY"));
    }

    @Test
    void a_trace_of_more_units_than_a_long_counts_is_exact() {
        StockEvent[] events = {
            receipt(1, MANY, 100), receipt(2, MANY, 200), issue(3, MANY.divide(Rational.of(7))), issue(4, MANY)
        };
        for (ValuationMethod method : new ValuationMethod[] {ValuationMethod.FIFO, ValuationMethod.MOVING_AVERAGE}) {
            ValuationLedger ledger = value(method, events).orElseThrow();
            for (long issue = 3; issue <= 4; issue++) {
                CostNode node = ledger.explain(issue).orElseThrow();
                assertThat(node.parts().sumOfLong(CostNode::value)).isEqualTo(node.value());
                Rational sum = node.parts().injectInto(Rational.ZERO, (so, part) -> so.add(part.quantity()));
                assertThat(sum).isEqualTo(node.quantity());
            }
            CostNode rest = ledger.explain(DUST).orElseThrow();
            Rational left = rest.parts().injectInto(Rational.ZERO, (so, part) -> so.add(part.quantity()));
            assertThat(left).isEqualTo(MANY.multiply(Rational.of(6, 7)));
        }
    }

    @Test
    void stocks_whose_sum_outgrows_a_long_are_refused_and_not_wrapped() {
        Optional<Cost> most = Optional.of(new Cost.Total(Long.MAX_VALUE));
        for (ValuationMethod method : ValuationMethod.values()) {
            StockEvent first = new StockEvent.Receipt(1, day(1), DUST.lot("a"), Rational.ONE, most);
            StockEvent other =
                    new StockEvent.Receipt(2, day(2), DUST.in("other").lot("b"), Rational.ONE, most);
            assertThat(value(method, first, other)
                            .refusal()
                            .orElseThrow()
                            .code()
                            .value())
                    .isEqualTo("stock.too-large");
        }
    }

    @Test
    void the_bound_is_two_to_the_sixtieth() {
        long most = 1L << 60;
        assertThat(value(ValuationMethod.FIFO, receipt(1, MANY, most - 5), issue(2, MANY), receipt(3, MANY, 5))
                        .orElseThrow()
                        .volume())
                .isEqualTo(most);
        assertThat(value(ValuationMethod.FIFO, receipt(1, MANY, most - 5), issue(2, MANY), receipt(3, MANY, 6))
                        .refusal()
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("stock.too-large");
    }

    @Test
    void charges_that_wrap_around_are_refused() {
        StockEvent charge =
                new StockEvent.LandedCost(2, day(2), Lists.immutable.of(1L), Long.MAX_VALUE, LandedCostBasis.QUANTITY);
        StockEvent same =
                new StockEvent.LandedCost(3, day(3), Lists.immutable.of(1L), Long.MAX_VALUE, LandedCostBasis.QUANTITY);
        assertThat(value(ValuationMethod.FIFO, receipt(1, Rational.ONE, 5), charge, same)
                        .refusal()
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("stock.too-large");
    }

    @Test
    void a_bill_that_no_amount_can_hold_is_refused() {
        StockEvent bill = new StockEvent.Bill(
                2, day(2), 1, Rational.of(Long.MAX_VALUE), new Cost.Each(Rational.of(Long.MAX_VALUE)));
        assertThat(value(ValuationMethod.FIFO, receipt(1, Rational.ONE, 5), bill)
                        .refusal()
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("stock.too-large");
    }

    @Test
    void portions_of_more_steps_than_a_long_counts_sum_to_the_whole() {
        ImmutableList<Rational> portions =
                Portions.split(MANY, Lists.immutable.of(Rational.ONE, Rational.of(2)), new BigDecimal("0.001"));
        assertThat(portions.injectInto(Rational.ZERO, Rational::add)).isEqualTo(MANY);
    }

    @Test
    void the_index_answers_of_the_end_of_time() {
        FifoIndex index = new FifoIndex();
        index.receipt(Long.MAX_VALUE - 1, day(1), 10, 70);
        index.issue(Long.MAX_VALUE, day(2), 4);
        assertThat(index.cost(Long.MAX_VALUE)).contains(28L);
        assertThat(index.value(LocalDateTime.MAX)).isEqualTo(42);
        assertThat(index.quantity(LocalDateTime.MIN)).isZero();
        assertThat(index.costOfGoods(LocalDateTime.MIN, LocalDateTime.MAX)).isEqualTo(28);
    }
}
