/**
 * The books of a tenant as one object: {@link dev.erpkit.accounting.Books} wires the ports of a host to the services of the
 * packages below.
 */
@NullMarked
package dev.erpkit.accounting;

import org.jspecify.annotations.NullMarked;
