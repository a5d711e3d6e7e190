/** Payments in memory: the embedded default of a host, and the store of tests. */
@NullMarked
package dev.erpkit.accounting.payment.memory;

import org.jspecify.annotations.NullMarked;
