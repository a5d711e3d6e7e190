/**
 * The contracts by which selling meets goods and books: what is reserved, delivered and taken back, what is invoiced, and
 * what a party owes. Sales calls them in its own unit of work; inventory and accounting, or a host, implement them.
 *
 * <pre>{@code
 * Receivables receivables = party -> new Receivables.Standing(owed(party), limit(party));
 * }</pre>
 */
@NullMarked
package dev.erpkit.core.trade;

import org.jspecify.annotations.NullMarked;
