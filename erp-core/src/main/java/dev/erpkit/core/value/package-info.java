/**
 * How values are made and checked: the house style of immutable values and the enforcement of the Jakarta constraints
 * declared on their accessors, with all violations reported at once.
 */
@NullMarked
package dev.erpkit.core.value;

import org.jspecify.annotations.NullMarked;
