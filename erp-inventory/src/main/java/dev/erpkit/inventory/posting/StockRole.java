package dev.erpkit.inventory.posting;

import dev.erpkit.core.value.InvalidValueException;

/** The part that an amount plays in the books. */
public enum StockRole {
    /** Goods in stock; grows in debit. */
    STOCK("stock", true),
    /** Goods that came and are not billed yet; grows in credit. */
    GOODS_RECEIVED("goods-received", false),
    /** What sold goods cost; grows in debit. */
    COST_OF_GOODS("cost-of-goods", true),
    /** Purchases of a period, under periodic bookkeeping; grows in debit. */
    PURCHASES("purchases", true),
    /** What is neither in stock nor in the cost of goods; grows in debit. */
    VARIANCE("stock-variance", true),
    /** Losses, finds and revaluations; grows in debit. */
    ADJUSTMENT("stock-adjustment", true),
    /** Freight, duty and the like that were put on goods; grows in credit. */
    CHARGES("landed-cost", false),
    /** Labour that productions took up; grows in credit. */
    LABOUR("production-labour", false),
    /** Overhead that productions took up; grows in credit. */
    OVERHEAD("production-overhead", false),
    /** Other cost that productions took up; grows in credit. */
    PRODUCTION("production-cost", false),
    /** Goods that were in stock before anything was recorded; grows in credit. */
    OPENING("stock-opening", false);

    private final String text;
    private final boolean debit;

    StockRole(String text, boolean debit) {
        this.text = text;
        this.debit = debit;
    }

    /** The stable name, also the role of the accounting event, such as {@code cost-of-goods}. */
    public String text() {
        return text;
    }

    /** Whether it grows in debit. */
    public boolean isDebit() {
        return debit;
    }

    /**
     * The constant with this stable name.
     *
     * @throws InvalidValueException {@code stock.unknown-name}
     */
    public static StockRole parse(String text) {
        for (StockRole role : values()) {
            if (role.text.equals(text)) {
                return role;
            }
        }
        throw new InvalidValueException(
                "StockRole", "text", "stock.unknown-name", "is not one of the documented names: " + text);
    }
}
