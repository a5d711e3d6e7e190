package dev.erpkit.crm.activity;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.time.LocalDate;

/**
 * Something that is to be done for a party.
 *
 * @param id names it
 * @param party for whom, by the id under which the party was known then
 * @param kind what, in a word that is not personal, such as {@code call-back}; 1 to 64 characters
 * @param due by when
 * @param owner who does it
 */
public record NextAction(ActionId id, PartyId party, String kind, LocalDate due, Actor owner) {
    /** Checks the kind: {@code action.kind-form}. */
    public NextAction {
        if (kind.isBlank() || kind.length() > 64 || !Texts.isLabel(kind)) {
            throw new InvalidValueException(
                    "NextAction", "kind", "action.kind-form", "must have 1 to 64 characters and no control characters");
        }
    }

    NextAction of(Actor other) {
        return new NextAction(id, party, kind, due, other);
    }
}
