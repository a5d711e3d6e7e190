/** How a figure came to be, recorded as data and rendered only when asked. */
@NullMarked
package dev.erpkit.core.trace;

import org.jspecify.annotations.NullMarked;
