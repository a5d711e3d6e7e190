/** What a host implements to keep its cases. Proven by {@code CaseLogContract} of the test kit. */
@NullMarked
package dev.erpkit.crm.service.port;

import org.jspecify.annotations.NullMarked;
