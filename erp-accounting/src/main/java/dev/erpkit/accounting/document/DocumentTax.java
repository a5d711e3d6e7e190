package dev.erpkit.accounting.document;

/**
 * A tax of a document.
 *
 * @param tax which
 * @param taxableMinor what it is on, in minor units of the currency of the document
 * @param taxMinor what it is
 * @param taxableBaseMinor what it is on, in minor units of the base currency
 * @param taxBaseMinor what it is, in minor units of the base currency
 */
public record DocumentTax(TaxKey tax, long taxableMinor, long taxMinor, long taxableBaseMinor, long taxBaseMinor) {}
