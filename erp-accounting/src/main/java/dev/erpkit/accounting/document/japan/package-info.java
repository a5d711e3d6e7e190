/** Documents in Japan: the accounts of the template chart. */
@NullMarked
package dev.erpkit.accounting.document.japan;

import org.jspecify.annotations.NullMarked;
