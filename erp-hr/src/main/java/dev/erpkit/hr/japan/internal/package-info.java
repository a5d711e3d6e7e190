/** What the rooms of Japan share and nobody else sees: loading of tables, refusals, ages. */
@NullMarked
package dev.erpkit.hr.japan.internal;

import org.jspecify.annotations.NullMarked;
