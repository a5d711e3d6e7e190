package dev.erpkit.inventory.valuation;

/** What a piece of cost is. */
public enum CostSource {
    /** Goods that went out; what they are made of stands below. */
    ISSUE("issue"),
    /** Goods in stock; what they are made of stands below. */
    STOCK("stock"),
    /** Goods of a receipt; its price, bills and landed costs stand below. */
    RECEIPT("receipt"),
    /** The price with which goods came or to which it was corrected. */
    PRICE("price"),
    /** The price of a bill. */
    BILL("bill"),
    /** Freight, duty and the like. */
    LANDED_COST("landed cost"),
    /** Goods from another pool. */
    TRANSFER("transfer"),
    /** Goods that were made; what was used up stands below. */
    PRODUCTION("production"),
    /** Labour of a production. */
    LABOUR("labour"),
    /** Overhead of a production. */
    OVERHEAD("overhead"),
    /** Further cost of a production. */
    EXTRA("further cost of production"),
    /** Goods that a customer brought back. */
    CUSTOMER_RETURN("customer return"),
    /** Goods that a count found. */
    COUNT("counted surplus"),
    /** Stock with which a pool began. */
    OPENING("opening"),
    /** A revaluation. */
    REVALUATION("revaluation"),
    /** Goods that went on under another method. */
    METHOD_CHANGE("change of method"),
    /** The cost that the pool had when goods came without one. */
    CURRENT_COST("current cost of the pool"),
    /** The standard cost of the item. */
    STANDARD("standard cost"),
    /** What goods are taken to cost that have not come yet, or what a variance has taken from them. */
    PROVISIONAL("provisional");

    private final String text;

    CostSource(String text) {
        this.text = text;
    }

    /** The name for people. */
    public String text() {
        return text;
    }
}
