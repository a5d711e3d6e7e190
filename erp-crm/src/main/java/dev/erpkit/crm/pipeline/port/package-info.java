/** What a host implements to keep its deals. Proven by {@code DealLogContract} of the test kit. */
@NullMarked
package dev.erpkit.crm.pipeline.port;

import org.jspecify.annotations.NullMarked;
