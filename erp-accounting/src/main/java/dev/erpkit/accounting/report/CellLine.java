package dev.erpkit.accounting.report;

import dev.erpkit.accounting.ledger.LedgerLine;

/**
 * A journal line and its share in a cell.
 *
 * @param line the line
 * @param minor what the line adds to the cell as it is shown, in minor units of the base currency
 */
public record CellLine(LedgerLine line, long minor) {}
