/** In-memory stores of the books, safe for threads: the embedded default of a host and the stores of unit tests. */
@NullMarked
package dev.erpkit.accounting.memory;

import org.jspecify.annotations.NullMarked;
