/**
 * Stock-taking: sheets that people fill in become absolute facts, so much was there then, so that what is recorded later for
 * an earlier time changes the difference and not the count. What was left blank is not zero. Which items are due to be counted
 * follows from how long ago they were.
 *
 * <pre>{@code
 * CountSheet sheet = CountSheet.of(
 *         CountLine.counted(shelf, Rational.of(48)),
 *         CountLine.blank(otherShelf));
 * ImmutableList<Counted> facts = sheet.facts(countedAt, BlankPolicy.KEEP, now).orElseThrow();
 * }</pre>
 */
@NullMarked
package dev.erpkit.inventory.count;

import org.jspecify.annotations.NullMarked;
