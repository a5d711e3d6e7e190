/** Fixed assets. */
@NullMarked
package dev.erpkit.accounting.asset;

import org.jspecify.annotations.NullMarked;
