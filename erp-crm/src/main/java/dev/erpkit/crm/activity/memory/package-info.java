/** Activities kept in memory. */
@NullMarked
package dev.erpkit.crm.activity.memory;

import org.jspecify.annotations.NullMarked;
