package dev.erpkit.inventory.valuation;

import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import org.immutables.value.Value;

/** Every choice that changes the figures of a valuation. */
@ErpValue
@Value.Immutable
public sealed interface ValuationPolicy permits ImmutableValuationPolicy {
    /** Which cost an issue takes. */
    ValuationMethod method();

    /** Which goods share their cost; under {@link ValuationMethod#SPECIFIC} it is always the lot. */
    PoolRule pool();

    /** What happens when more is issued than there is. */
    NegativeStock negative();

    /** What goods are worth that a customer brings back. */
    ReturnCost customerReturn();

    /** What goods are worth that go back to the vendor. */
    ReturnCost vendorReturn();

    /** Where freight, duty and the like go. */
    LandedCostRule landedCost();

    /** The order of facts with the same effective time. */
    SameInstant sameInstant();

    /** What facts do that are recorded late. */
    Backdating backdating();

    /** Where the difference between a receipt and its bill goes. */
    PriceDifference priceDifference();

    /** How landed costs and the cost of productions are shared. */
    ShareRule shares();

    /** The period of {@link ValuationMethod#PERIODIC_AVERAGE}; without effect under other methods. */
    CostPeriod period();

    /**
     * Checks that the choices agree.
     *
     * @throws InvalidValueException {@code stock.policy-conflict} when landed costs shall restate what nothing else restates
     */
    @Value.Check
    default void check() {
        if (backdating() == Backdating.AS_RECORDED && landedCost() == LandedCostRule.RESTATE_AT_RECEIPT) {
            throw new InvalidValueException(
                    "ValuationPolicy",
                    "landedCost",
                    "stock.policy-conflict",
                    "cannot restate receipts where backdated facts restate nothing; choose a rule at the event");
        }
    }

    /**
     * The policy under which no figure depends on the order of recording: one pool an item, true-up, returns at original
     * cost, landed cost and price differences restated at the receipt; months, where a period matters.
     */
    static ValuationPolicy of(ValuationMethod method) {
        Builder builder = builder();
        builder.method(method)
                .pool(method == ValuationMethod.SPECIFIC ? PoolRule.ITEM_LOT : PoolRule.ITEM)
                .negative(NegativeStock.TRUE_UP)
                .customerReturn(ReturnCost.ORIGINAL_COST)
                .vendorReturn(ReturnCost.ORIGINAL_COST)
                .landedCost(LandedCostRule.RESTATE_AT_RECEIPT)
                .sameInstant(SameInstant.RECORDED)
                .backdating(Backdating.RESTATE)
                .priceDifference(PriceDifference.FOLLOWS_THE_GOODS)
                .shares(ShareRule.REMAINDER_TO_LAST)
                .period(CostPeriod.MONTH);
        return builder.build();
    }

    /** The same policy with other pools. */
    default ValuationPolicy pool(PoolRule other) {
        return builder().from(this).pool(other).build();
    }

    /** The same policy with another answer to negative stock. */
    default ValuationPolicy negative(NegativeStock other) {
        return builder().from(this).negative(other).build();
    }

    /** The same policy with other costs of returns. */
    default ValuationPolicy returns(ReturnCost customer, ReturnCost vendor) {
        return builder()
                .from(this)
                .customerReturn(customer)
                .vendorReturn(vendor)
                .build();
    }

    /** The same policy with another way of landed costs. */
    default ValuationPolicy landedCost(LandedCostRule other) {
        return builder().from(this).landedCost(other).build();
    }

    /** The same policy with another order within an instant. */
    default ValuationPolicy sameInstant(SameInstant other) {
        return builder().from(this).sameInstant(other).build();
    }

    /** The same policy with another way of price differences. */
    default ValuationPolicy priceDifference(PriceDifference other) {
        return builder().from(this).priceDifference(other).build();
    }

    /** The same policy sharing landed costs and productions otherwise. */
    default ValuationPolicy shares(ShareRule other) {
        return builder().from(this).shares(other).build();
    }

    /** The same policy with another period. */
    default ValuationPolicy period(CostPeriod other) {
        return builder().from(this).period(other).build();
    }

    /** The same policy restating nothing: late facts take effect when recorded, landed costs by the rule at the event. */
    default ValuationPolicy asRecorded(LandedCostRule landed) {
        return builder()
                .from(this)
                .backdating(Backdating.AS_RECORDED)
                .landedCost(landed)
                .build();
    }

    /** The goods that share their cost with these. */
    default Goods poolOf(Goods goods) {
        PoolRule rule = method() == ValuationMethod.SPECIFIC ? PoolRule.ITEM_LOT : pool();
        return switch (rule) {
            case ITEM -> Goods.of(goods.item());
            case ITEM_WAREHOUSE -> Goods.of(goods.item()).in(goods.warehouse());
            case ITEM_LOT -> Goods.of(goods.item()).lot(goods.lot());
        };
    }

    /** A builder; all choices must be made. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a policy. */
    final class Builder extends ImmutableValuationPolicy.Builder {
        Builder() {}
    }
}
