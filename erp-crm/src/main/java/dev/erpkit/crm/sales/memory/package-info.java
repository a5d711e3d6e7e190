/** Sales documents kept in memory. */
@NullMarked
package dev.erpkit.crm.sales.memory;

import org.jspecify.annotations.NullMarked;
