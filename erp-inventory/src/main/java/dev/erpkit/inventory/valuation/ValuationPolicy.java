package dev.erpkit.inventory.valuation;

/**
 * Every choice that changes the figures of a valuation. Price differences of bills follow the goods, and what is recorded
 * late restates what follows: these are no choices.
 *
 * @param method which cost an issue takes
 * @param pool which goods share their cost; under {@link ValuationMethod#SPECIFIC} it is always the lot
 * @param negative what happens when more is issued than there is
 * @param customerReturn what goods are worth that a customer brings back
 * @param vendorReturn what goods are worth that go back to the vendor
 * @param landedCost where freight, duty and the like go
 * @param sameInstant the order of facts with the same effective time
 */
public record ValuationPolicy(
        ValuationMethod method,
        PoolRule pool,
        NegativeStock negative,
        ReturnCost customerReturn,
        ReturnCost vendorReturn,
        LandedCostRule landedCost,
        SameInstant sameInstant) {

    /**
     * The policy under which no figure depends on the order of recording: one pool an item, true-up, returns at original
     * cost, landed cost restated at the receipt.
     */
    public static ValuationPolicy of(ValuationMethod method) {
        return new ValuationPolicy(
                method,
                method == ValuationMethod.SPECIFIC ? PoolRule.ITEM_LOT : PoolRule.ITEM,
                NegativeStock.TRUE_UP,
                ReturnCost.ORIGINAL_COST,
                ReturnCost.ORIGINAL_COST,
                LandedCostRule.RESTATE_AT_RECEIPT,
                SameInstant.RECORDED);
    }

    /** The same policy with other pools. */
    public ValuationPolicy pool(PoolRule other) {
        return new ValuationPolicy(method, other, negative, customerReturn, vendorReturn, landedCost, sameInstant);
    }

    /** The same policy with another answer to negative stock. */
    public ValuationPolicy negative(NegativeStock other) {
        return new ValuationPolicy(method, pool, other, customerReturn, vendorReturn, landedCost, sameInstant);
    }

    /** The same policy with other costs of returns. */
    public ValuationPolicy returns(ReturnCost customer, ReturnCost vendor) {
        return new ValuationPolicy(method, pool, negative, customer, vendor, landedCost, sameInstant);
    }

    /** The same policy with another way of landed costs. */
    public ValuationPolicy landedCost(LandedCostRule other) {
        return new ValuationPolicy(method, pool, negative, customerReturn, vendorReturn, other, sameInstant);
    }

    /** The same policy with another order within an instant. */
    public ValuationPolicy sameInstant(SameInstant other) {
        return new ValuationPolicy(method, pool, negative, customerReturn, vendorReturn, landedCost, other);
    }

    /** The goods that share their cost with these. */
    Goods poolOf(Goods goods) {
        PoolRule rule = method == ValuationMethod.SPECIFIC ? PoolRule.ITEM_LOT : pool;
        return switch (rule) {
            case ITEM -> Goods.of(goods.item());
            case ITEM_WAREHOUSE -> Goods.of(goods.item()).in(goods.warehouse());
            case ITEM_LOT -> Goods.of(goods.item()).lot(goods.lot());
        };
    }
}
