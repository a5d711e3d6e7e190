package dev.erpkit.hr.japan.withholding;

/**
 * How the payer computes the tax of monthly pay by the column kou; both are lawful and differ by up to 100 yen. The other
 * columns have only their table.
 */
public enum WithholdingMethod {
    /** 月額表: the printed monthly table. */
    TABLE("table"),
    /** 電算機計算の特例: the formula for payers who compute by machine. */
    COMPUTER("computer");

    private final String text;

    WithholdingMethod(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code table}. */
    public String text() {
        return text;
    }
}
