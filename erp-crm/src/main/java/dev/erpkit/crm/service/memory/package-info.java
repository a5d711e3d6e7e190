/** Cases kept in memory. */
@NullMarked
package dev.erpkit.crm.service.memory;

import org.jspecify.annotations.NullMarked;
