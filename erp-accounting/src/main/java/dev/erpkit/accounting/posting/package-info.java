/**
 * Posting: the decisions that turn a proposed entry into a posted one, idempotent and atomic, and the service that runs
 * them over the ports.
 */
@NullMarked
package dev.erpkit.accounting.posting;

import org.jspecify.annotations.NullMarked;
