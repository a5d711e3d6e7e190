/**
 * Reports as plain data: trial balance, general ledger, registers, statements by layouts that are data, changes in equity.
 * Every report is taken as of days, as known at a position, in one book, in its base currency; every cell of a statement
 * drills to the journal lines it sums. Nothing here rounds, renders or stores.
 */
@NullMarked
package dev.erpkit.accounting.report;

import org.jspecify.annotations.NullMarked;
