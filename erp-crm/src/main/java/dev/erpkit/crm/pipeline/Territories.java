package dev.erpkit.crm.pipeline;

import dev.erpkit.core.condition.Condition;
import dev.erpkit.core.condition.Facts;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Which part of the market is whose, as conditions.
 *
 * @param territories in the order in which they are asked
 */
public record Territories(ImmutableList<Territory> territories) {
    /**
     * A part of the market.
     *
     * @param name its name
     * @param where what belongs to it
     * @param seller whose it is
     */
    public record Territory(String name, Condition where, SellerId seller) {}

    /** The first territory that something belongs to for certain. */
    public Optional<Territory> of(Facts facts) {
        return territories.detectOptional(territory -> territory.where().holds(facts));
    }
}
