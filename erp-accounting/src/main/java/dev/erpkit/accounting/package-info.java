/**
 * The books of a business, ready to use: {@link dev.erpkit.accounting.Books} joins journal, periods, open items, currency,
 * close and evidence over the ports of a host, or over memory.
 */
@NullMarked
package dev.erpkit.accounting;

import org.jspecify.annotations.NullMarked;
