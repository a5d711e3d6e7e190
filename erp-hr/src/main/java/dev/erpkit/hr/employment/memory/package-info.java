/** Personal data kept in memory. */
@NullMarked
package dev.erpkit.hr.employment.memory;

import org.jspecify.annotations.NullMarked;
