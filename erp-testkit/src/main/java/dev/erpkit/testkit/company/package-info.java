/**
 * A simulated company: from one seed it keeps its books for years through the public services alone, while invariants are
 * checked: of what is new after every step, and all of them over everything every so many steps, or always when asked. The
 * same seed gives the same books to the last byte, so a failure is replayed by its seed.
 */
@NullMarked
package dev.erpkit.testkit.company;

import org.jspecify.annotations.NullMarked;
