package dev.erpkit.inventory.purchase;

/** How far an order has come, a function of facts. */
public enum OrderStatus {
    /** Somebody has to agree still. */
    AWAITS_APPROVAL,
    /** Somebody did not agree. */
    REJECTED,
    /** Nothing has come. */
    AWAITS_GOODS,
    /** Some of it has come. */
    PARTLY_RECEIVED,
    /** All that is expected has come, and bills or credit notes are missing. */
    AWAITS_BILL,
    /** All has come and is billed. */
    DONE
}
