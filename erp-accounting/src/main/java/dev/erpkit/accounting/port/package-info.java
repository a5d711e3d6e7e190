/** What a host implements for its books. Every contract is proven by an abstract test of the kit; in-memory versions are in the memory package. */
@NullMarked
package dev.erpkit.accounting.port;

import org.jspecify.annotations.NullMarked;
