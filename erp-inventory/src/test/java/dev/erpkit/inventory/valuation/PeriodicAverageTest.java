package dev.erpkit.inventory.valuation;

import static dev.erpkit.inventory.valuation.Histories.A;
import static dev.erpkit.inventory.valuation.Histories.issue;
import static dev.erpkit.inventory.valuation.Histories.landed;
import static dev.erpkit.inventory.valuation.Histories.receipt;
import static dev.erpkit.inventory.valuation.Histories.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.quantity.Rational;
import org.junit.jupiter.api.Test;

/** Days from 32 on are in the second month. */
class PeriodicAverageTest {
    private static final ValuationPolicy MONTHLY = ValuationPolicy.of(ValuationMethod.PERIODIC_AVERAGE);

    private static StockEvent later(StockEvent event, int days) {
        return event instanceof StockEvent.Receipt e
                ? new StockEvent.Receipt(e.number(), e.at().plusDays(days), e.goods(), e.quantity(), e.cost())
                : event instanceof StockEvent.LandedCost c
                        ? new StockEvent.LandedCost(c.number(), c.at().plusDays(days), c.of(), c.amount(), c.basis())
                        : shifted((StockEvent.Issue) event, days);
    }

    private static StockEvent shifted(StockEvent.Issue e, int days) {
        return new StockEvent.Issue(e.number(), e.at().plusDays(days), e.goods(), e.quantity());
    }

    @Test
    void what_a_period_lacked_costs_what_comes_later() {
        ValuationLedger ledger = value(
                MONTHLY,
                receipt(1, 1, A, "4", "10"),
                issue(2, 2, A, "3"),
                issue(3, 3, A, "3"),
                later(receipt(4, 1, A, "3", "16"), 31));
        assertThat(ledger.costs().get(2L)).isEqualTo(30_00);
        assertThat(ledger.costs().get(3L))
                .as("one of the first month, two of the second")
                .isEqualTo(42_00);
        assertThat(ledger.variances()).isEmpty();
        assertThat(ledger.trueUps()).containsExactly(new TrueUp(3, 4, Rational.of(2), 12_00));
        assertThat(ledger.value()).isEqualTo(16_00);
        assertThat(ledger.explain(3).orElseThrow().value()).isEqualTo(42_00);
    }

    @Test
    void where_the_first_cost_stands_the_rest_is_a_variance() {
        ValuationLedger ledger = value(
                MONTHLY.negative(NegativeStock.REPLACE),
                receipt(1, 1, A, "4", "10"),
                issue(2, 2, A, "6"),
                later(receipt(3, 1, A, "3", "16"), 31));
        assertThat(ledger.costs().get(2L)).isEqualTo(60_00);
        assertThat(ledger.variances().get(3L)).isEqualTo(12_00);
        assertThat(ledger.value()).isEqualTo(16_00);
    }

    /** Two months that lack goods; what comes covers the older first, and what is still missing stays open. */
    @Test
    void what_lacked_first_is_covered_first() {
        ValuationLedger ledger = value(
                MONTHLY,
                issue(1, 1, A, "2"),
                later(issue(2, 1, A, "2"), 31),
                later(receipt(3, 1, A, "3", "10"), 62),
                later(receipt(4, 1, A, "2", "20"), 93));
        assertThat(ledger.costs().get(1L)).isEqualTo(20_00);
        assertThat(ledger.costs().get(2L)).isEqualTo(30_00);
        assertThat(ledger.value()).isEqualTo(20_00);
    }

    /** Of six that came one went last month: a late charge follows the five, whether they have gone this month or not. */
    @Test
    void a_charge_follows_the_goods_that_are_still_there() {
        ValuationLedger ledger = value(
                MONTHLY.landedCost(LandedCostRule.REMAINING_AT_EVENT),
                receipt(1, 1, A, "6", "10"),
                issue(2, 2, A, "1"),
                later(issue(3, 1, A, "2"), 31),
                later(landed(4, 5, 6_00, 1L), 31));
        assertThat(ledger.costs().get(2L)).isEqualTo(10_00);
        assertThat(ledger.costs().get(3L)).isEqualTo(22_00);
        assertThat(ledger.variances().get(4L)).isEqualTo(1_00);
        assertThat(ledger.value()).isEqualTo(33_00);
    }
}
