/** Messages kept in memory. */
@NullMarked
package dev.erpkit.crm.campaign.memory;

import org.jspecify.annotations.NullMarked;
