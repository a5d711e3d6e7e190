/**
 * Fixed assets: their depreciation schedules by named methods, what happens to them through their lives, and the entries
 * that come of it, in several books with terms of their own. What is booked are facts; a schedule is what is booked and a
 * plan of the rest, a pure function of the facts.
 *
 * <pre>{@code
 * Schedules schedules = Schedules.by(Methods.standard(), calendar);
 * AssetService assets = new AssetService(log, books.events(rules), unitOfWork, access, clock, schedules);
 * Acquired lathe = new Acquired("Lathe", "machinery", cost, Dimensions.none(),
 *         SortedMaps.immutable.of(BookId.MAIN, BookStart.of(
 *                 DepreciationTerms.builder().method("straight-line").lifeMonths(60).build())));
 * assets.acquire(IdempotencyKey.of("a-1"), AssetId.of("lathe"), day, lathe, actor).orElseThrow();
 * DepreciationRun run = assets.depreciate(BookId.MAIN, monthEnd, actor).orElseThrow();
 * }</pre>
 */
@NullMarked
package dev.erpkit.accounting.asset;

import org.jspecify.annotations.NullMarked;
