package dev.erpkit.crm.campaign;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * What a campaign sends to somebody.
 *
 * @param campaign the campaign; 1 to 64 characters
 * @param template which of its messages; 1 to 64 characters
 * @param party to whom
 */
public record Message(String campaign, String template, PartyId party) {
    /** Checks the names: {@code campaign.name-form}. */
    public Message {
        for (String name : new String[] {campaign, template}) {
            if (name.isBlank() || name.length() > 64 || !Texts.isLabel(name)) {
                throw new InvalidValueException(
                        "Message",
                        "campaign",
                        "campaign.name-form",
                        "must have 1 to 64 characters and no control characters");
            }
        }
    }
}
