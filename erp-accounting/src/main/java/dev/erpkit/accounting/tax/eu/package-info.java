/**
 * VAT as member states of the European Union have it, as data for the engine: which supplies are taxed, free or owed by the
 * buyer. Rates and box numbers are the host's.
 *
 * <pre>{@code
 * ValueAddedTax belgium = new ValueAddedTax("BE");
 * Taxes taxes = belgium.taxes("21", "6");
 * ImmutableList<String> codes = belgium.mappings(Sets.immutable.of("FR", "NL"), Sets.immutable.of("JP"))
 *         .map(
 *                 Lists.immutable.of(belgium.standard()),
 *                 SupplyFacts.none()
 *                         .with(SupplyFacts.SELLER_COUNTRY, "BE")
 *                         .with(SupplyFacts.BUYER_COUNTRY, "FR")
 *                         .with(SupplyFacts.BUYER_REGISTERED, SupplyFacts.YES),
 *                 LocalDate.of(2026, 11, 28))
 *         .orElseThrow()
 *         .codes(); // BE-WITHIN-UNION
 * }</pre>
 */
@NullMarked
package dev.erpkit.accounting.tax.eu;

import org.jspecify.annotations.NullMarked;
