/** What a host implements to keep its moves. Proven by {@code MoveLogContract} of the test kit. */
@NullMarked
package dev.erpkit.inventory.move.port;

import org.jspecify.annotations.NullMarked;
