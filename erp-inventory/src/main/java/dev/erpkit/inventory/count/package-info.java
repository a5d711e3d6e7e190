/**
 * Stock-taking: sheets that people fill in become absolute facts, so much was there then, so that what is recorded later for
 * an earlier time changes the difference and not the count. What was left blank is not zero. Which items are due to be counted
 * follows from how long ago they were. {@code CountService} keeps sheets while people fill them in and records them in stock.
 *
 * <pre>{@code
 * CountService counts = new CountService(log, stock, unitOfWork, AccessPolicy.allowAll(), clock, ZoneOffset.UTC);
 * counts.open(IdempotencyKey.of("open-1"), "march", standstill, Lists.immutable.of(shelf, otherShelf), me)
 *         .orElseThrow();
 * counts.enter(IdempotencyKey.of("enter-1"), "march", shelf, Rational.of(48), Optional.empty(), me)
 *         .orElseThrow();
 * ImmutableSortedMap<Place, Rational> differences =
 *         counts.differences("march", BlankPolicy.KEEP).orElseThrow();
 * counts.finish(IdempotencyKey.of("finish-1"), "march", BlankPolicy.KEEP, me).orElseThrow();
 * }</pre>
 */
@NullMarked
package dev.erpkit.inventory.count;

import org.jspecify.annotations.NullMarked;
