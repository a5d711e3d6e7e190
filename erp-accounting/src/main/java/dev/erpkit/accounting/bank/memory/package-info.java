/** Bank statements in memory: the embedded default of a host, and the store of tests. */
@NullMarked
package dev.erpkit.accounting.bank.memory;

import org.jspecify.annotations.NullMarked;
