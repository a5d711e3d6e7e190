/** Customers: parties, pipeline, sales administration and service; each room is a package of its own. */
@NullMarked
package dev.erpkit.crm;

import org.jspecify.annotations.NullMarked;
