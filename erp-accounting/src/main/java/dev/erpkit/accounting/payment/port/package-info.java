/** What a host implements to store payments. {@code new MemoryPaymentLog(work)} is the one to start with. */
@NullMarked
package dev.erpkit.accounting.payment.port;

import org.jspecify.annotations.NullMarked;
