package dev.erpkit.accounting.document;

/**
 * A tax of a line.
 *
 * @param tax which
 * @param taxableMinor what it is on, in minor units of the currency of the document
 * @param taxMinor what it is; over all lines of a document, exactly the tax of the document
 */
public record LineTax(TaxKey tax, long taxableMinor, long taxMinor) {}
