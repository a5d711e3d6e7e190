package dev.erpkit.accounting.declaration.japan;

/** The classes of business of the simplified method and their deemed purchases: Enforcement Order, article 57. */
public enum BusinessClass {
    /** Wholesale (第一種事業). */
    FIRST(90),
    /** Retail, and agriculture of food (第二種事業). */
    SECOND(80),
    /** Manufacturing, construction and the like (第三種事業). */
    THIRD(70),
    /** All that is no other class, such as restaurants (第四種事業). */
    FOURTH(60),
    /** Transport, finance, services (第五種事業). */
    FIFTH(50),
    /** Real estate (第六種事業). */
    SIXTH(40);

    private final int deemedPercent;

    BusinessClass(int deemedPercent) {
        this.deemedPercent = deemedPercent;
    }

    /** The deemed purchases in percent of sales (みなし仕入率). */
    public int deemedPercent() {
        return deemedPercent;
    }
}
