/**
 * What must hold in any books, as functions over data: a host runs them over its own journal as well as over generated
 * ones. Each gives the list of what is wrong, empty when nothing is.
 */
@NullMarked
package dev.erpkit.testkit.invariant;

import org.jspecify.annotations.NullMarked;
