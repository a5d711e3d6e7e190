/** What a host implements to keep its payroll. Proven by {@code PayrollLogContract} of the test kit. */
@NullMarked
package dev.erpkit.hr.run.port;

import org.jspecify.annotations.NullMarked;
