/**
 * Sales tax as places in the United States have it, as data for the engine: parts of state, county and city, and exempt
 * buyers. Rates are the host's.
 *
 * <pre>{@code
 * SalesTax denver = SalesTax.of("US-CO-DENVER", "2.9", "1", "5.15");
 * Taxes taxes = denver.taxes();
 * TaxedLine line = TaxedLine.of("1", new BigDecimal("100"), denver.code());
 * }</pre>
 */
@NullMarked
package dev.erpkit.accounting.tax.us;

import org.jspecify.annotations.NullMarked;
