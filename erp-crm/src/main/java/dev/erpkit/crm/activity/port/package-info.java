/**
 * What a host implements to keep activities and what was said. Proven by {@code ActivityLogContract} and
 * {@code ContentStoreContract} of the test kit.
 */
@NullMarked
package dev.erpkit.crm.activity.port;

import org.jspecify.annotations.NullMarked;
