/**
 * What a host implements to keep its moves and what it has told the books. Proven by {@code MoveLogContract} and
 * {@code PostedLogContract} of the test kit.
 */
@NullMarked
package dev.erpkit.inventory.move.port;

import org.jspecify.annotations.NullMarked;
