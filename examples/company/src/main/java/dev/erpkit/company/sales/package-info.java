/**
 * The company sells on order: from a lead to money, a service desk, a campaign. {@code OrderToCash} wires pipeline, quotes and
 * orders of {@code erp-crm} with the stock and the books by constructor arguments; {@link SalesDesk} tells what happens in the
 * year. Nothing here knows how the books of the company are kept.
 */
@NullMarked
package dev.erpkit.company.sales;

import org.jspecify.annotations.NullMarked;
