package dev.erpkit.inventory.count;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.valuation.Cost;
import java.time.LocalDateTime;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/** What happened to a sheet, never edited. */
public sealed interface CountFact {
    /**
     * A sheet was opened.
     *
     * @param at the time for which everything on it is counted
     * @param places what is to be counted where, each place once
     */
    record Opened(LocalDateTime at, ImmutableList<Place> places) implements CountFact {}

    /**
     * Somebody counted a place.
     *
     * @param quantity how much was there, zero or more
     * @param cost what surplus costs each; without it the current cost
     * @param again whether it takes the place of what was entered before
     */
    record Entered(Place place, Rational quantity, Optional<Cost.Each> cost, boolean again) implements CountFact {}

    /**
     * The sheet was closed and its figures recorded in stock.
     *
     * @param blanks what lines without a figure meant
     */
    record Finished(BlankPolicy blanks) implements CountFact {}
}
