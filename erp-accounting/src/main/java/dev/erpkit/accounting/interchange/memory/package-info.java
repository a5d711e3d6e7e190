/** Journal sources that are held in memory, for tests and for hosts that have the text already. */
@NullMarked
package dev.erpkit.accounting.interchange.memory;

import org.jspecify.annotations.NullMarked;
