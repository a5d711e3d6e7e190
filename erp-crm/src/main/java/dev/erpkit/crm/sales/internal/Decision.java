package dev.erpkit.crm.sales.internal;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.party.PartyId;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What a command changes.
 *
 * @param party whose document it is
 * @param changes the changes
 * @param event the type of the event that tells of it, if any does
 * @param <C> the changes
 */
public record Decision<C>(PartyId party, ImmutableList<C> changes, Optional<String> event) {
    /** One change, unless it is refused. */
    public static <C> Outcome<Decision<C>> unless(Optional<Refusal> refusal, PartyId party, C change) {
        return refusal.map(Outcome::<Decision<C>>refused).orElseGet(() -> of(party, change));
    }

    /** One change. */
    public static <C> Outcome<Decision<C>> of(PartyId party, C change) {
        return Outcome.accepted(new Decision<>(party, Lists.immutable.of(change), Optional.empty()));
    }

    /** The same decision, told by an event. */
    public Decision<C> toldAs(String type) {
        return new Decision<>(party, changes, Optional.of(type));
    }
}
