package dev.erpkit.hr.japan.withholding;

/** By which column of the tables pay is taxed. */
public enum TaxColumn {
    /** 甲: the employee filed the declaration of dependants with this payer. */
    KOU("kou"),
    /** 乙: no declaration was filed with this payer; what the law says for whoever files none. */
    OTSU("otsu"),
    /** 丙: paid by the day or hour for at most two months; refused, its table is not confirmed. */
    HEI("hei"),
    /** No resident of Japan: 20.42 % of the whole, whatever the method. */
    NON_RESIDENT("non-resident");

    private final String text;

    TaxColumn(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code kou}. */
    public String text() {
        return text;
    }
}
