/** Documents in memory, safe for threads. */
@NullMarked
package dev.erpkit.accounting.document.memory;

import org.jspecify.annotations.NullMarked;
