/** What a host implements to store bank statements. {@code new MemoryStatementLog(work)} is the one to start with. */
@NullMarked
package dev.erpkit.accounting.bank.port;

import org.jspecify.annotations.NullMarked;
