package dev.erpkit.accounting.bank;

import dev.erpkit.core.party.PartyId;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * How a party may appear on a statement.
 *
 * @param party the party
 * @param names its names, such as the registered one and the one in kana
 * @param accounts its bank accounts
 */
public record PartyNames(PartyId party, ImmutableList<String> names, ImmutableList<String> accounts) {
    /** The party alone. */
    @Override
    public String toString() {
        return party.toString();
    }
}
