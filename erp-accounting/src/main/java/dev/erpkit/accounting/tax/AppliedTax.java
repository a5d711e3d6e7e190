package dev.erpkit.accounting.tax;

/**
 * A tax as it was applied: the version that a document keeps.
 *
 * @param tax the tax
 * @param named the code by which lines name it: its own, or that of the outermost group it is in
 * @param rate the rate in force at the tax point
 * @param included whether the price had it in it
 * @param rateKey what it is totalled under when rounding goes by rate: the per cent of what the lines name with its
 *     treatment unless standard, such as {@code 10} or {@code 8 reduced}, or its code where that is no per cent
 */
public record AppliedTax(Tax tax, String named, TaxRate rate, boolean included, String rateKey) {
    /** The code. */
    public String code() {
        return tax.code();
    }
}
