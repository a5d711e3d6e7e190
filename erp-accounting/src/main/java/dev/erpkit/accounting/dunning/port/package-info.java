/** What a host implements to keep its dunning. Proven by {@code DunningLogContract} of the test kit. */
@NullMarked
package dev.erpkit.accounting.dunning.port;

import org.jspecify.annotations.NullMarked;
