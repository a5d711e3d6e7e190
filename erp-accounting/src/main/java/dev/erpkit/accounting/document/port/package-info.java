/** What a host implements to keep documents. */
@NullMarked
package dev.erpkit.accounting.document.port;

import org.jspecify.annotations.NullMarked;
