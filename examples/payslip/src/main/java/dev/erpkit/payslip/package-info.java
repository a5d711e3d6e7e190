/** A host: one payslip from a file. */
@NullMarked
package dev.erpkit.payslip;

import org.jspecify.annotations.NullMarked;
