/** What a host implements to remember what it has told the books. Proven by {@code PostedLogContract} of the test kit. */
@NullMarked
package dev.erpkit.inventory.posting.port;

import org.jspecify.annotations.NullMarked;
