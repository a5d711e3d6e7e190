/**
 * Open items: the second ledger of the books. Every line of a control account is an item; a match says how much of which
 * items was set off against each other. Both are facts, never edited: what is still open is a fold over matches as of a
 * day, as known at a position, and taking a match back is another match.
 *
 * <p>Two bonds tie this ledger to the journal at every such pair of times: per currency, the balance of a control account
 * is the sum of what is open on it; in base currency likewise, apart from what revaluations have told. They hold because
 * items are recorded with their entry, and a match that consumes different base amounts posts the exchange difference in
 * its own unit of work.
 */
@NullMarked
package dev.erpkit.accounting.openitem;

import org.jspecify.annotations.NullMarked;
