package dev.erpkit.inventory.valuation;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Names the lot that an issue takes by what is known of it, strictly: what it names must be one lot, or all there is.
 *
 * @param lot the number of the lot
 * @param unitCost what it cost each, in minor units
 * @param date the day on which it came
 */
public record LotSelector(Optional<String> lot, Optional<Rational> unitCost, Optional<LocalDate> date) {
    /**
     * A lot in stock.
     *
     * @param lot its number
     * @param date the day on which it came
     * @param quantity how much is left
     * @param value what that is worth in minor units
     */
    public record Held(String lot, LocalDate date, Rational quantity, long value) {
        private Rational unitCost() {
            return Rational.of(value).divide(quantity);
        }
    }

    /**
     * A part of a lot.
     *
     * @param lot its number
     * @param quantity how much of it
     * @param value what that is worth in minor units: its proportion, half up, all of it with the last goods
     */
    public record Chosen(String lot, Rational quantity, long value) {}

    /**
     * Chooses.
     *
     * <p>Refused with {@code stock.ambiguous-lot} when it names several lots of which more is there than is wanted, and
     * {@code stock.not-enough-in-lot} when what it names is too little.
     */
    public Outcome<ImmutableList<Chosen>> choose(ImmutableList<Held> held, Rational quantity) {
        ImmutableList<Held> named = held.select(this::names);
        Rational there = named.injectInto(Rational.ZERO, (sum, lot) -> sum.add(lot.quantity()));
        if (there.compareTo(quantity) < 0) {
            return Outcome.refused(StockRefusals.notEnoughInLot(there, quantity));
        }
        if (named.size() == 1) {
            Held lot = named.getOnly();
            long value = Shares.part(lot.value(), quantity, lot.quantity());
            return Outcome.accepted(Lists.immutable.of(new Chosen(lot.lot(), quantity, value)));
        }
        return there.equals(quantity)
                ? Outcome.accepted(named.collect(lot -> new Chosen(lot.lot(), lot.quantity(), lot.value())))
                : Outcome.refused(StockRefusals.ambiguousLot(named.collect(Held::lot), quantity));
    }

    private boolean names(Held held) {
        return lot.map(held.lot()::equals).orElse(true)
                && date.map(held.date()::equals).orElse(true)
                && unitCost.map(held.unitCost()::equals).orElse(true);
    }
}
