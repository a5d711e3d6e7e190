package dev.erpkit.accounting.document;

import java.util.Optional;

/**
 * A tax of a line.
 *
 * @param tax which
 * @param taxableMinor what it is on, in minor units of the currency of the document
 * @param taxMinor what it is; over all lines of a document, exactly the tax of the document
 * @param origin how it came about; none for what takes a share of another document's tax, and what only tells a base
 */
public record LineTax(TaxKey tax, long taxableMinor, long taxMinor, Optional<TaxOrigin> origin) {
    /** A tax that is a share of another one. */
    public LineTax(TaxKey tax, long taxableMinor, long taxMinor) {
        this(tax, taxableMinor, taxMinor, Optional.empty());
    }
}
