/**
 * Quantities: exact rational numbers with a unit of measure. A dozen, a third of a pallet and 2.5 kg are kept as they are;
 * conversions between units of one dimension are exact both ways, and nothing is rounded but by a named policy.
 */
@NullMarked
package dev.erpkit.core.quantity;

import org.jspecify.annotations.NullMarked;
