/**
 * Runs worked cases: JSON files with what is given, what happens and the figures that other systems or published examples
 * expect. A case is read by the shape of its fields, never by its id; it passes only when every given field was used and
 * every expected field was checked against what the library computed. A shape that no reader knows is unsupported.
 */
@NullMarked
package dev.erpkit.testkit.cases;

import org.jspecify.annotations.NullMarked;
