/** Balances as folds of the journal: as of an effective date, as known at a position, from primitive columns that are built from the log and can be rebuilt from empty. */
@NullMarked
package dev.erpkit.accounting.ledger;

import org.jspecify.annotations.NullMarked;
