package dev.erpkit.accounting.tax;

import dev.erpkit.core.outcome.RefusalCode;

/** The codes by which the tax of a document is refused. */
public final class TaxRefusals {
    /** No tax has the code. */
    public static final RefusalCode UNKNOWN = RefusalCode.of("tax.unknown");

    /** The tax has no rate at the tax point. */
    public static final RefusalCode RATE_MISSING = RefusalCode.of("tax.rate-missing");

    /** A group contains itself. */
    public static final RefusalCode GROUP_CYCLE = RefusalCode.of("tax.group-cycle");

    /** A fixed tax is in another currency than the document. */
    public static final RefusalCode CURRENCY = RefusalCode.of("tax.currency");

    /** No net price gives a price with these taxes in it, as with 100 % of the price on top of it. */
    public static final RefusalCode UNSOLVABLE = RefusalCode.of("tax.unsolvable");

    /** A tax is adjusted that no line bears. */
    public static final RefusalCode ADJUSTMENT = RefusalCode.of("tax.adjustment");

    /** A discount is more than the prices that it is taken off. */
    public static final RefusalCode DISCOUNT = RefusalCode.of("tax.discount-exceeds");

    /** Two mappings of one priority replace a tax by different ones. */
    public static final RefusalCode AMBIGUOUS = RefusalCode.of("tax.mapping-ambiguous");

    private TaxRefusals() {}
}
