/** What a host implements to keep what it has sent. Proven by {@code SendLogContract} of the test kit. */
@NullMarked
package dev.erpkit.crm.campaign.port;

import org.jspecify.annotations.NullMarked;
