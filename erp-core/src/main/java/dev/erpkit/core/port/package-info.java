/**
 * What a host implements, and the few shapes that all ports share: a unit of work, values with their stored version,
 * legal number series, keyset slices, ids. Contracts are proven by the abstract tests of {@code erp-testkit}.
 */
@NullMarked
package dev.erpkit.core.port;

import org.jspecify.annotations.NullMarked;
