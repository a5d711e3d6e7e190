/** Tax facts and declarations in memory: the embedded default of a host, and the stores of unit tests. */
@NullMarked
package dev.erpkit.accounting.declaration.memory;

import org.jspecify.annotations.NullMarked;
