/**
 * People: employment, time, leave and payroll. This room is still empty; it holds nothing an embedder could use yet.
 */
@NullMarked
package dev.erpkit.hr;

import org.jspecify.annotations.NullMarked;
