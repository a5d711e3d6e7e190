/**
 * The reference model: a ledger that is slow and obviously right, a list and folds over it. The fast ledger has to agree
 * with it on every command.
 */
@NullMarked
package dev.erpkit.testkit.model;

import org.jspecify.annotations.NullMarked;
