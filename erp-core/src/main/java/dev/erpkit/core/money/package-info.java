/**
 * Money, made in one place: exact amounts, named rounding policies, an exact allocator, exchange rates by type and date.
 * Nothing here reads a default that a host's class path could change.
 */
@NullMarked
package dev.erpkit.core.money;

import org.jspecify.annotations.NullMarked;
