/** Payroll kept in memory. */
@NullMarked
package dev.erpkit.hr.run.memory;

import org.jspecify.annotations.NullMarked;
