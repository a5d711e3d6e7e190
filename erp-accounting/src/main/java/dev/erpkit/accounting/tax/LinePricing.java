package dev.erpkit.accounting.tax;

/** Whether the price of a line has its taxes in it. */
public enum LinePricing {
    /** As each tax says by {@link Tax#priceIncluded()}. */
    BY_TAX,
    /** The price is before all taxes, whatever they say. */
    EXCLUDED,
    /** The price has all taxes in it, whatever they say. */
    INCLUDED;

    boolean includes(Tax tax) {
        return this == BY_TAX ? tax.priceIncluded() && !tax.reverseCharge() : this == INCLUDED && !tax.reverseCharge();
    }
}
