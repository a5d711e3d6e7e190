/** A seller to try sales on, over stores in memory or those of an adapter. */
@NullMarked
package dev.erpkit.testkit.sales;

import org.jspecify.annotations.NullMarked;
