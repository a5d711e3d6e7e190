/**
 * Generators of the domain's values, one holder per area. Values are built by construction, never by filtering, so that
 * they shrink to the smallest example; money comes in JPY (no decimals), USD (two) and KWD (three).
 */
@NullMarked
package dev.erpkit.testkit.generate;

import org.jspecify.annotations.NullMarked;
