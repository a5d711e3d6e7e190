/**
 * Customers: parties, pipeline, sales administration and service. This room is still empty; it holds nothing an embedder could use yet.
 */
@NullMarked
package dev.erpkit.crm;

import org.jspecify.annotations.NullMarked;
