/** Fixed assets in memory, safe for many threads. */
@NullMarked
package dev.erpkit.accounting.asset.memory;

import org.jspecify.annotations.NullMarked;
