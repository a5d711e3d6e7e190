/**
 * Journals as plain text and CSV: reads and writes the common core of the format that hledger and Ledger share, checks
 * that every transaction balances, and keeps a file's postings in columns for balances and registers.
 * {@link dev.erpkit.accounting.interchange.EntryImport} posts such files to books,
 * {@link dev.erpkit.accounting.interchange.PlainEntries} writes posted entries. Sources come
 * through {@link dev.erpkit.accounting.interchange.port.SourceResolver}; nothing here opens a file. Amounts are exact
 * decimals throughout: no tolerance but the documented one for unit costs, see
 * {@link dev.erpkit.accounting.interchange.JournalRules}.
 */
@NullMarked
package dev.erpkit.accounting.interchange;

import org.jspecify.annotations.NullMarked;
