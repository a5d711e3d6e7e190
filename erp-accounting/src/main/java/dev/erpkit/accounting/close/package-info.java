/** Closing and reopening of fiscal years: the entries that carry income and expense to equity, what stands in the way of a close, and opening entries for books that begin. */
@NullMarked
package dev.erpkit.accounting.close;

import org.jspecify.annotations.NullMarked;
