/** Periods: locks by scope as dated facts, exceptions, year-end close and reopening. */
@NullMarked
package dev.erpkit.accounting.period;

import org.jspecify.annotations.NullMarked;
