/** Measures the engines of the library, each beside the floor that the same work has in bare arrays. */
@NullMarked
package dev.erpkit.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
