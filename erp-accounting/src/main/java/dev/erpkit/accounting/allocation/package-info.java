/**
 * Allocations: what stands on a pool (accounts on coordinates, such as the cost centre of the building) goes to receivers by
 * fixed shares or by a driver, step after step: a pool gives what it has and what it got from the steps before.
 *
 * <pre>{@code
 * AllocationCycle cycle = AllocationCycle.of(
 *         "overhead",
 *         BookId.MAIN,
 *         AllocationStep.of("building", Dimensions.of("cc", "building"), "5100")
 *                 .to(Dimensions.of("cc", "milling"), "120") // square metres
 *                 .to(Dimensions.of("cc", "office"), "80"));
 * allocations.run(cycle, DateRange.parse("2026-04-01/2026-05-01"), me).orElseThrow();
 * }</pre>
 *
 * <p>Amounts sum exactly, and running a period again posts only what has changed since. Receivers that give back are
 * refused: an order of steps is a decision, not something to be iterated.
 */
@NullMarked
package dev.erpkit.accounting.allocation;

import org.jspecify.annotations.NullMarked;
