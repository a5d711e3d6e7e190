/** Facts kept in memory. */
@NullMarked
package dev.erpkit.hr.fact.memory;

import org.jspecify.annotations.NullMarked;
