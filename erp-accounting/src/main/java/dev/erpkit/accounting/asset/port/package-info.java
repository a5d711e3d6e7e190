/** What a host implements so that fixed assets are kept. */
@NullMarked
package dev.erpkit.accounting.asset.port;

import org.jspecify.annotations.NullMarked;
