package dev.erpkit.crm.party;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.value.InvalidValueException;

/**
 * What one party is to another, and when.
 *
 * @param from who is
 * @param type what
 * @param to to whom
 * @param validity on which days
 */
public record Relation(PartyId from, RelationType type, PartyId to, DateRange validity) {
    /** Checks that the parties differ: {@code relation.self}. */
    public Relation {
        if (from.equals(to)) {
            throw new InvalidValueException("Relation", "to", "relation.self", "must be another party");
        }
    }

    /** Whether it is the same relation, whenever it is valid. */
    boolean sameAs(Relation other) {
        return from.equals(other.from) && type.equals(other.type) && to.equals(other.to);
    }
}
