/**
 * Foreign currency in the books: exchange differences as balanced lines, transfers between accounts of different
 * currencies, and the revaluation of foreign balances at the end of a period. What is foreign never changes by a rate; only
 * its base amount does.
 */
@NullMarked
package dev.erpkit.accounting.currency;

import org.jspecify.annotations.NullMarked;
