/**
 * A small trading company in Yokohama keeps its books for one fiscal year: what happens in the business is a pure function
 * of the calendar and a seed, and the bookkeeper brings it into the books, matches what is paid, locks the months, revalues
 * foreign balances and closes the year.
 */
@NullMarked
package dev.erpkit.company;

import org.jspecify.annotations.NullMarked;
