package dev.erpkit.accounting.dunning;

import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.OpenItem;
import dev.erpkit.core.party.PartyId;

/** What a block keeps from being dunned. */
public sealed interface DunningScope {
    /** Whether it covers an item. */
    boolean covers(OpenItem item);

    /**
     * One item, such as a disputed invoice.
     *
     * @param item the item
     */
    record OfItem(ItemId item) implements DunningScope {
        @Override
        public boolean covers(OpenItem other) {
            return other.id().equals(item);
        }

        @Override
        public String toString() {
            return "item " + item;
        }
    }

    /**
     * All items of a party.
     *
     * @param party the party
     */
    record OfParty(PartyId party) implements DunningScope {
        @Override
        public boolean covers(OpenItem other) {
            return other.party().equals(party);
        }

        @Override
        public String toString() {
            return "party " + party;
        }
    }
}
