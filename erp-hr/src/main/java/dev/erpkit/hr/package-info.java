/**
 * People: employment, time, leave and payroll; each has a room of its own.
 */
@NullMarked
package dev.erpkit.hr;

import org.jspecify.annotations.NullMarked;
