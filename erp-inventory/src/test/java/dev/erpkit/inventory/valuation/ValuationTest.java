package dev.erpkit.inventory.valuation;

import static dev.erpkit.inventory.valuation.Histories.A;
import static dev.erpkit.inventory.valuation.Histories.B;
import static dev.erpkit.inventory.valuation.Histories.day;
import static dev.erpkit.inventory.valuation.Histories.each;
import static dev.erpkit.inventory.valuation.Histories.issue;
import static dev.erpkit.inventory.valuation.Histories.landed;
import static dev.erpkit.inventory.valuation.Histories.receipt;
import static dev.erpkit.inventory.valuation.Histories.refusal;
import static dev.erpkit.inventory.valuation.Histories.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuationTest {
    private static final ValuationPolicy FIFO = ValuationPolicy.of(ValuationMethod.FIFO);
    private static final ValuationPolicy AVERAGE = ValuationPolicy.of(ValuationMethod.MOVING_AVERAGE);

    /** 10 at 10, 10 at 15, 10 at 12; 15 go. */
    @ParameterizedTest
    @CsvSource({"fifo, 17500", "lifo, 19500", "hifo, 21000", "moving-average, 18500", "periodic-average, 18500"})
    void an_issue_takes_the_cost_of_its_method(String method, long cost) {
        ValuationLedger ledger = value(
                ValuationPolicy.of(ValuationMethod.parse(method)),
                receipt(1, 1, A, "10", "10"),
                receipt(2, 2, A, "10", "15"),
                receipt(3, 3, A, "10", "12"),
                issue(4, 4, A, "15"));
        assertThat(ledger.costs().get(4L)).isEqualTo(cost);
        assertThat(ledger.value()).isEqualTo(370_00 - cost);
    }

    @Test
    void a_periodic_average_knows_what_comes_later_in_its_month() {
        ValuationLedger ledger = value(
                ValuationPolicy.of(ValuationMethod.PERIODIC_AVERAGE),
                issue(1, 2, A, "1"),
                receipt(2, 5, A, "1", "10"),
                receipt(3, 9, A, "2", "10.01"),
                issue(4, 20, A, "1"));
        // 30.02 over three: each issue is the difference of two exact shares
        assertThat(ledger.costs().get(1L)).isEqualTo(10_01);
        assertThat(ledger.costs().get(4L)).isEqualTo(10_00);
        assertThat(ledger.value()).isEqualTo(10_01);
    }

    @Test
    void what_a_period_lacks_is_a_variance_of_the_next_where_its_cost_stands() {
        ValuationPolicy daily = ValuationPolicy.of(ValuationMethod.PERIODIC_AVERAGE)
                .period(CostPeriod.DAY)
                .negative(NegativeStock.REPLACE);
        ValuationLedger ledger =
                value(daily, receipt(1, 1, A, "1", "10"), issue(2, 1, A, "2"), receipt(3, 2, A, "2", "13"));
        assertThat(ledger.costs().get(2L)).isEqualTo(20_00);
        assertThat(ledger.variances().get(3L)).isEqualTo(3_00);
        assertThat(ledger.value()).isEqualTo(13_00);
    }

    /** 10 at 1 and 10 at 3, of which 10 went at the average of 2: what goes back at 1 leaves nothing, the rest is a variance. */
    @Test
    void the_last_goods_that_go_back_take_all_the_value_with_them() {
        ValuationLedger ledger = value(
                AVERAGE,
                receipt(1, 1, A, "10", "1"),
                receipt(2, 2, A, "10", "3"),
                issue(3, 3, A, "10"),
                new StockEvent.VendorReturn(4, day(4), A, Rational.of(10), 1));
        assertThat(ledger.costs().get(3L)).isEqualTo(20_00);
        assertThat(ledger.value()).isZero();
        assertThat(ledger.costs().get(4L)).isEqualTo(10_00);
        assertThat(ledger.variances().get(4L)).isEqualTo(10_00);
    }

    @Test
    void a_change_of_method_keeps_the_value() {
        StockEvent[] facts = {
            receipt(1, 1, A, "10", "10"),
            receipt(2, 2, A, "10", "19"),
            new StockEvent.MethodChange(3, day(3), "A", ValuationMethod.MOVING_AVERAGE),
            issue(4, 4, A, "1")
        };
        ValuationLedger ledger = value(FIFO, facts);
        assertThat(ledger.costs().get(4L)).isEqualTo(14_50);
        assertThat(ledger.value()).isEqualTo(275_50);
        facts[2] = new StockEvent.MethodChange(3, day(3), "A", ValuationMethod.STANDARD);
        ValuationLedger standard = value(FIFO, facts);
        assertThat(standard.revaluations().get(3L)).isEqualTo(-290_00);
        facts[2] = new StockEvent.MethodChange(3, day(3), "A", ValuationMethod.SPECIFIC);
        assertThat(refusal(FIFO, facts)).isEqualTo("stock.method-change");
    }

    /**
     * Goods that go out before they come and come back, all but one: their cost goes round, and each costs what those of the
     * receipt do, which cover the last of them, whichever way it is looked at.
     */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 100, 250, 997})
    void a_circle_of_transfers_comes_to_rest_at_the_exact_cost(int goods) {
        ValuationLedger ledger = circle(goods, "10", ValuationMethod.FIFO);
        assertThat(ledger.costs().get(1L)).isEqualTo(1000L * goods);
        assertThat(ledger.costs().get(2L)).isEqualTo(1000L * (goods - 1));
        assertThat(ledger.value()).isEqualTo(20_00);
        assertThat(ledger.variances()).isEmpty();
    }

    /** A price that no piece can have: each cost is the exact one rounded, but for the unit that a rounding may shift. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 30, 99, 199, 500})
    void roundings_do_not_add_up_in_a_circle(int goods) {
        for (String price : Lists.immutable.of("0.333", "3.3333", "1/3", "7.006")) {
            ValuationLedger ledger = circle(goods, price, ValuationMethod.MOVING_AVERAGE);
            // two came, and half of what they cost covers the one that does not come back
            Rational each = Rational.of(ledger.inbound().get(3L)).divide(Rational.of(2));
            Rational off = Rational.of(ledger.costs().get(1L)).subtract(each.multiply(Rational.of(goods)));
            assertThat(off.abs()).as(goods + " at " + price).isLessThanOrEqualTo(Rational.ONE);
            assertThat(Math.addExact(
                            ledger.value(), ledger.variances().valuesView().sumOfLong(Long::longValue)))
                    .isEqualTo(ledger.inbound().get(3L));
        }
    }

    private static ValuationLedger circle(int goods, String price, ValuationMethod method) {
        Goods here = A.in("here");
        Goods there = A.in("there");
        Cost each = new Cost.Each(Rational.parse(price).multiply(Rational.of(100)));
        return value(
                ValuationPolicy.of(method).pool(PoolRule.ITEM_WAREHOUSE),
                new StockEvent.Transfer(1, day(1), here, there, Rational.of(goods)),
                new StockEvent.Transfer(2, day(2), there, here, Rational.of(goods - 1)),
                new StockEvent.Receipt(3, day(3), here, Rational.of(2), Optional.of(each)));
    }

    @Test
    void goods_that_are_made_of_themselves_have_no_cost() {
        StockEvent made = new StockEvent.Production(
                1,
                day(1),
                Lists.immutable.of(new StockEvent.Part(A, Rational.ONE)),
                Lists.immutable.of(new StockEvent.Output(A, Rational.ONE, Rational.ONE)),
                10_00);
        assertThat(refusal(FIFO, made)).isEqualTo("stock.circular-cost");
    }

    @ParameterizedTest
    @CsvSource({"remainder-to-last, 3333 3333 3334", "cumulative, 3333 3334 3333", "largest-remainder, 3334 3333 3333"})
    void landed_cost_is_shared_by_rule(String rule, String shares) {
        ValuationLedger ledger = value(
                FIFO.shares(ShareRule.parse(rule)),
                receipt(1, 1, A, "1", "0"),
                receipt(2, 2, A, "1", "0"),
                receipt(3, 3, A, "1", "0"),
                landed(4, 4, 100_00, 1L, 2L, 3L));
        assertThat(ledger.charged(1) + " " + ledger.charged(2) + " " + ledger.charged(3))
                .isEqualTo(shares);
    }

    @Test
    void a_share_never_turns_its_sign() {
        assertThat(ShareRule.REMAINDER_TO_LAST.split(
                        2, Lists.immutable.of(Rational.ONE, Rational.ONE, Rational.ONE, Rational.ONE)))
                .containsExactly(1, 1, 0, 0);
    }

    @Test
    void what_was_known_does_not_change() {
        StockEvent[] facts = {receipt(1, 1, A, "1", "10"), issue(2, 3, A, "1"), receipt(3, 2, A, "1", "8")};
        ValuationLedger now = value(ValuationPolicy.of(ValuationMethod.LIFO), facts);
        assertThat(now.costs().get(2L)).isEqualTo(8_00);
        assertThat(now.asOf(day(1)).get(A).value()).isEqualTo(10_00);
        ValuationLedger then = Valuation.of(
                        Valuation.known(Lists.immutable.of(facts), 2),
                        Histories.ITEMS,
                        ValuationPolicy.of(ValuationMethod.LIFO),
                        Histories.EURO)
                .orElseThrow();
        assertThat(then.costs().get(2L)).isEqualTo(10_00);
        assertThat(now.costOfGoods(day(1), day(3))).isZero();
        assertThat(now.costOfGoods(day(3), day(4))).isEqualTo(8_00);
    }

    @Test
    void bad_facts_are_refused() {
        StockEvent receipt = receipt(1, 1, A, "1", "10");
        assertThat(refusal(FIFO, receipt(1, 1, A, "1", "-1"))).isEqualTo("stock.negative-cost");
        assertThat(refusal(FIFO, receipt(1, 1, A, "0", "1"))).isEqualTo("stock.quantity");
        assertThat(refusal(FIFO, receipt, receipt)).isEqualTo("stock.duplicate-number");
        assertThat(refusal(FIFO, receipt(1, 1, Goods.of("unheard"), "1", "1"))).isEqualTo("stock.unknown-item");
        assertThat(refusal(FIFO.negative(NegativeStock.FORBID), receipt, issue(2, 2, A, "2")))
                .isEqualTo("stock.insufficient");
        assertThat(refusal(FIFO, receipt, new StockEvent.Cancel(2, day(2), 1), landed(3, 3, 1_00, 1L)))
                .isEqualTo("stock.origin-cancelled");
        assertThat(refusal(
                        FIFO,
                        receipt,
                        new StockEvent.LandedCost(2, day(2), Lists.immutable.of(1L), 1_00, LandedCostBasis.WEIGHT)))
                .isEqualTo("stock.zero-basis");
        assertThat(refusal(ValuationPolicy.of(ValuationMethod.SPECIFIC), receipt))
                .isEqualTo("stock.lot-missing");
        assertThat(refusal(FIFO, receipt, new StockEvent.VendorReturn(2, day(2), A, Rational.of(2), 1)))
                .isEqualTo("stock.over-return");
        assertThat(refusal(FIFO, receipt, new StockEvent.PriceCorrection(2, day(2), 3, each("1"))))
                .isEqualTo("stock.unknown-event");
        assertThat(refusal(FIFO, new StockEvent.Revaluation(1, day(1), A, new Cost.Total(1))))
                .isEqualTo("stock.nothing-to-revalue");
    }

    @Test
    void what_is_wrong_first_by_number_is_told_whatever_the_order_of_the_facts() {
        StockEvent good = receipt(1, 1, A, "1", "1");
        StockEvent empty = issue(2, 3, A, "0");
        StockEvent unheard = issue(3, 2, Goods.of("unheard"), "1");
        assertThat(refusal(FIFO, good, empty, unheard)).isEqualTo("stock.quantity");
        assertThat(refusal(FIFO, unheard, empty, good)).isEqualTo("stock.quantity");
        assertThat(refusal(FIFO, empty, unheard, good)).isEqualTo("stock.quantity");
        // two facts of one number are told before all else, wherever they are
        assertThat(refusal(FIFO, empty, good, good)).isEqualTo("stock.duplicate-number");
        assertThat(refusal(FIFO, good, empty, empty)).isEqualTo("stock.duplicate-number");
    }

    @Test
    void facts_take_effect_in_their_order_however_they_are_given() {
        ValuationPolicy inboundFirst = FIFO.sameInstant(SameInstant.INBOUND_FIRST);
        StockEvent late = receipt(5, 1, A, "1", "1.00");
        StockEvent[] facts = {
            receipt(1, 2, A, "2", "2.00"), issue(2, 3, A, "1"), receipt(3, 3, A, "1", "3.00"), issue(4, 3, A, "2"), late
        };
        StockEvent[] reversed = {late, facts[3], facts[2], facts[1], facts[0]};
        for (ValuationPolicy policy : new ValuationPolicy[] {FIFO, inboundFirst}) {
            ValuationLedger ledger = value(policy, facts);
            assertThat(ledger.costs().get(2L)).isEqualTo(1_00);
            assertThat(ledger.costs().get(4L)).isEqualTo(4_00);
            assertThat(value(policy, reversed).history()).isEqualTo(ledger.history());
        }
        assertThat(value(FIFO, facts).history().collect(Balance::event)).containsExactly(5L, 1L, 2L, 3L, 4L);
        assertThat(value(inboundFirst, facts).history().collect(Balance::event)).containsExactly(5L, 1L, 3L, 2L, 4L);
    }

    @Test
    void choices_that_contradict_are_no_policy() {
        assertThatThrownBy(() -> FIFO.asRecorded(LandedCostRule.RESTATE_AT_RECEIPT))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("landedCost");
    }

    @Test
    void a_trace_goes_down_to_bills_and_landed_cost_through_production() {
        StockEvent[] facts = {
            receipt(1, 1, A, "3", "10"),
            landed(2, 1, 1_00, 1L),
            new StockEvent.Bill(3, day(2), 1, Rational.of(2), each("11")),
            new StockEvent.Production(
                    4,
                    day(3),
                    Lists.immutable.of(new StockEvent.Part(A, Rational.of(2))),
                    Lists.immutable.of(new StockEvent.Output(B, Rational.of(2), Rational.ONE)),
                    5_00),
            issue(5, 4, B, "1")
        };
        CostNode cost = value(FIFO, facts).explain(5).orElseThrow();
        assertThat(cost.text(Histories.EURO)).isEqualTo("""
                        issue 5: 1 = 13.50
                          production 4: 1 = 13.50
                            receipt 1: 1 = 11.00
                              bill 3: 2/3 = 7.34
                              price 1: 1/3 = 3.33
                              landed cost 2 = 0.33
                            further cost of production 4 = 2.50
                        """);
        assertThat(cost.leaves().sumOfLong(CostNode::value)).isEqualTo(13_50);
        CostNode stock = value(AVERAGE, facts).explain(A).orElseThrow();
        assertThat(stock.value()).isEqualTo(11_00);
        assertThat(stock.leaves().sumOfLong(CostNode::value)).isEqualTo(11_00);
        assertThat(value(FIFO, facts).explain(1)).isEmpty();
    }
}
