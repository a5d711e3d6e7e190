/** What a host implements to keep frozen consolidations. */
@NullMarked
package dev.erpkit.accounting.consolidation.port;

import org.jspecify.annotations.NullMarked;
