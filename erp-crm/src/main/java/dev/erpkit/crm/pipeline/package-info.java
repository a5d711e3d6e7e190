/**
 * Deals on their way: several pipelines, each with its stages, allowed moves and entry conditions as data. What is recorded of
 * a deal is its history; the stage is the last entry. Forecasts convert each deal at a dated rate and name those they could
 * not price; snapshots tell what changed since Monday.
 *
 * <pre>{@code
 * Pipeline sales = Pipeline.builder()
 *         .id("sales")
 *         .add(Stage.open("qualified", 30))
 *         .add(Stage.open("offer", 60).rottingAfter(14).enteredIf(Condition.known("budget")))
 *         .add(Stage.won("won"))
 *         .add(Stage.lost("lost"))
 *         .build();
 * DealDesk desk = new DealDesk(log, id -> Optional.of(sales), outbox, unitOfWork, access, clock);
 * DealId id = DealId.of("deal-1");
 * desk.record(
 *         IdempotencyKey.of("k1"),
 *         id,
 *         DealChange.opened(sales, "qualified", customer, Amounts.of("12000", "EUR"), inJune, SellerId.of("aya")),
 *         now,
 *         me);
 * Outcome<DealFact> refused =
 *         desk.record(IdempotencyKey.of("k2"), id, new DealChange.Moved(StageId.of("offer")), now, me);
 * Forecast forecast = Forecast.of(
 *         Expectation.of(desk.all(), name -> Optional.of(sales), ZoneOffset.UTC), rates, policy, today);
 * }</pre>
 */
@NullMarked
package dev.erpkit.crm.pipeline;

import org.jspecify.annotations.NullMarked;
