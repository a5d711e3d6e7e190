/** What a host implements to keep its sales documents. Proven by {@code SalesLogContract} of the test kit. */
@NullMarked
package dev.erpkit.crm.sales.port;

import org.jspecify.annotations.NullMarked;
