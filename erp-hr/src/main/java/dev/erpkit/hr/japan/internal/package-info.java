/** What the rooms of Japan share and nobody else sees: loading of tables, refusals, arithmetic in yen. */
@NullMarked
package dev.erpkit.hr.japan.internal;

import org.jspecify.annotations.NullMarked;
