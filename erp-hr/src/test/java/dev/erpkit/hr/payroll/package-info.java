@NullMarked
package dev.erpkit.hr.payroll;

import org.jspecify.annotations.NullMarked;
