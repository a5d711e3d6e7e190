/** How the services of sales run their commands. */
@NullMarked
package dev.erpkit.crm.sales.internal;

import org.jspecify.annotations.NullMarked;
