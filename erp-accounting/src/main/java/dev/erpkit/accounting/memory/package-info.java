/** Thread-safe stores in memory, the embedded default of a host: all of one tenant share a unit of work and commit or roll back together. */
@NullMarked
package dev.erpkit.accounting.memory;

import org.jspecify.annotations.NullMarked;
