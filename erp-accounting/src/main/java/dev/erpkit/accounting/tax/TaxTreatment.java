package dev.erpkit.accounting.tax;

/** What the law says about a supply. Declarations tell zero taxes apart by it. */
public enum TaxTreatment {
    /** Taxed at the standard rate, or at the only one. */
    STANDARD("standard"),
    /** Taxed at a lower rate. */
    REDUCED("reduced"),
    /** Taxed at zero, with the right to deduct: exports. In Japan 免税. */
    ZERO_RATED("zero-rated"),
    /** Inside the tax but free of it, without the right to deduct: rent of dwellings, interest. In Japan 非課税. */
    EXEMPT("exempt"),
    /** Outside the tax: wages, dividends, damages. In Japan 不課税. */
    OUT_OF_SCOPE("out-of-scope"),
    /** The buyer owes it in place of the seller. */
    REVERSE_CHARGE("reverse-charge"),
    /** Kept back from what is paid. */
    WITHHOLDING("withholding");

    private final String text;

    TaxTreatment(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code out-of-scope}. */
    public String text() {
        return text;
    }
}
