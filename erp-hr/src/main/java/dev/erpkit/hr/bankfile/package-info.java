/**
 * Transfers of pay to banks, as data: what is sent to whom. The formats of files are packs of their countries; what they share
 * is the layout of records of a fixed length, which writes and reads.
 *
 * <pre>{@code
 * CreditTransfer transfer = new CreditTransfer("2026-05/e-1", employee, account, Amounts.of("250000", "JPY"));
 * ZenginFile file = ZenginFile.of(orderer, ZenginFile.Kind.SALARY, payDay, Lists.immutable.of(transfer)).orElseThrow();
 * byte[] bytes = file.bytes();
 * }</pre>
 */
@NullMarked
package dev.erpkit.hr.bankfile;

import org.jspecify.annotations.NullMarked;
