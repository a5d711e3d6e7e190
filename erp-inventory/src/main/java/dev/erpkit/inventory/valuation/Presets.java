package dev.erpkit.inventory.valuation;

/**
 * Policies that value like well-known systems, as far as a policy that loses nothing can: where such a system leaves a
 * residue of its own roundings, or changes stock without changing cost, these do not. Goods that are not told apart by a
 * warehouse name none, so that policies with a pool for each serve them too.
 */
public final class Presets {
    private Presets() {}

    /**
     * Like Business Central: what is recorded late restates what follows, returns are applied to what they return, charges
     * and price differences follow the goods. Its average cost is that of a day, here for
     * {@link ValuationMethod#MOVING_AVERAGE}.
     */
    public static ValuationPolicy likeBusinessCentral(ValuationMethod method) {
        boolean average = method == ValuationMethod.MOVING_AVERAGE;
        return ValuationPolicy.of(average ? ValuationMethod.PERIODIC_AVERAGE : method)
                .sameInstant(SameInstant.INBOUND_FIRST)
                .period(CostPeriod.DAY);
    }

    /**
     * Like Odoo 18: nothing is restated, a correction takes effect when it is made; returns to vendors leave at the current
     * cost; landed cost and price differences stay in stock as far as the goods of the receipt are still there.
     */
    public static ValuationPolicy likeOdoo18(ValuationMethod method) {
        return ValuationPolicy.of(method)
                .returns(ReturnCost.ORIGINAL_COST, ReturnCost.CURRENT_COST)
                .asRecorded(LandedCostRule.REMAINING_AT_EVENT);
    }

    /**
     * Like ERPNext: a pool for each warehouse, late facts restate, customer returns come at the current cost where the
     * average is used, and an average that went below zero is replaced, not trued up.
     */
    public static ValuationPolicy likeErpNext(ValuationMethod method) {
        boolean average = method == ValuationMethod.MOVING_AVERAGE;
        return ValuationPolicy.of(method)
                .pool(method == ValuationMethod.SPECIFIC ? PoolRule.ITEM_LOT : PoolRule.ITEM_WAREHOUSE)
                .negative(average ? NegativeStock.REPLACE : NegativeStock.TRUE_UP)
                .returns(average ? ReturnCost.CURRENT_COST : ReturnCost.ORIGINAL_COST, ReturnCost.ORIGINAL_COST);
    }

    /**
     * Like Tryton without its module for invoices: what came in on a day comes first, missing goods keep the cost that was
     * guessed, returns to vendors leave at the current cost, a price difference of the bill is an expense.
     */
    public static ValuationPolicy likeTryton(ValuationMethod method) {
        return ValuationPolicy.of(method)
                .pool(method == ValuationMethod.SPECIFIC ? PoolRule.ITEM_LOT : PoolRule.ITEM_WAREHOUSE)
                .negative(NegativeStock.REPLACE)
                .returns(ReturnCost.ORIGINAL_COST, ReturnCost.CURRENT_COST)
                .sameInstant(SameInstant.INBOUND_FIRST)
                .priceDifference(PriceDifference.VARIANCE);
    }
}
