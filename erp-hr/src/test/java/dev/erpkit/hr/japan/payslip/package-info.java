@NullMarked
package dev.erpkit.hr.japan.payslip;

import org.jspecify.annotations.NullMarked;
