/** Reports as text for terminals and as CSV. A small reader of the plain results; hosts render to anything else the same way. */
@NullMarked
package dev.erpkit.accounting.report.text;

import org.jspecify.annotations.NullMarked;
