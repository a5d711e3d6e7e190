/** Runs worked cases from a folder through the library and reports how many pass. */
@NullMarked
package dev.erpkit.cases;

import org.jspecify.annotations.NullMarked;
