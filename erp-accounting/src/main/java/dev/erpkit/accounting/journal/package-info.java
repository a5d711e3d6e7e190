/** The journal: immutable entries of signed lines, as a client proposes them and as they were posted. */
@NullMarked
package dev.erpkit.accounting.journal;

import org.jspecify.annotations.NullMarked;
