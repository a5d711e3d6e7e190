/**
 * A simulated company: from one seed it keeps its books for years through the public services alone, while every invariant
 * is checked after every step. The same seed gives the same books to the last byte, so a failure is replayed by its seed.
 */
@NullMarked
package dev.erpkit.testkit.company;

import org.jspecify.annotations.NullMarked;
