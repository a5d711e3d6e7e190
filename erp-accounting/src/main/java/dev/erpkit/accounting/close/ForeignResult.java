package dev.erpkit.accounting.close;

/** How a result that was earned in a foreign currency reaches retained earnings. */
public enum ForeignResult {
    /** The line on retained earnings keeps the foreign amount, so that the entry balances in every currency. */
    KEEP_CURRENCY,
    /**
     * The trading account takes the foreign amount and gives its base amount, so that retained earnings has lines in base
     * currency only. Needs one account with the mark {@code trading}.
     */
    THROUGH_TRADING
}
