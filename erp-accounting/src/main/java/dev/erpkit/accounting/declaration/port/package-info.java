/** Ports of the declarations: what a host stores, in the same unit of work as its journal. */
@NullMarked
package dev.erpkit.accounting.declaration.port;

import org.jspecify.annotations.NullMarked;
