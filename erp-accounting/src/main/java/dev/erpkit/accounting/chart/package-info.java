/** The chart of accounts: a tree of accounts in five classes with their normal side, control accounts, required dimensions, allowed currencies, validity and limits. */
@NullMarked
package dev.erpkit.accounting.chart;

import org.jspecify.annotations.NullMarked;
