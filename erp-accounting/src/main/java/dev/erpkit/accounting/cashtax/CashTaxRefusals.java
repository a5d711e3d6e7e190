package dev.erpkit.accounting.cashtax;

import dev.erpkit.core.outcome.RefusalCode;

/** Why tax is not recognised. */
public final class CashTaxRefusals {
    /** More is settled than there was to settle, or less than nothing. */
    public static final RefusalCode SHARE = RefusalCode.of("cash-tax.share");
    /** There is no such open item. */
    public static final RefusalCode ITEM_UNKNOWN = RefusalCode.of("cash-tax.item-unknown");
    /** An open item is in another currency or book than its document, or the items come to nothing. */
    public static final RefusalCode ITEMS = RefusalCode.of("cash-tax.items");

    private CashTaxRefusals() {}
}
