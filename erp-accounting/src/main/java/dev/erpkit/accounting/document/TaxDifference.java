package dev.erpkit.accounting.document;

/**
 * Where the tax that a supplier printed was taken in place of the one that was worked out.
 *
 * @param tax the code of the tax
 * @param computedMinor what was worked out
 * @param printedMinor what the supplier printed, and what is posted
 */
public record TaxDifference(String tax, long computedMinor, long printedMinor) {
    /** What the supplier printed more. */
    public long differenceMinor() {
        return Math.subtractExact(printedMinor, computedMinor);
    }
}
