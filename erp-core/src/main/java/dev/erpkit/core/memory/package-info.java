/**
 * In-memory implementations of the core ports, safe for threads: the embedded default of a host and the stores of unit
 * tests. One unit of work runs after the other; a throwable undoes what the work wrote.
 */
@NullMarked
package dev.erpkit.core.memory;

import org.jspecify.annotations.NullMarked;
