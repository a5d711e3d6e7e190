package dev.erpkit.crm.matching;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.crm.party.Identifier;
import java.util.Optional;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * What of a party is compared, folded: made by a {@link CardMaker}. Personal; its text form shows the id alone.
 *
 * @param party whose card it is
 * @param person the name of a person
 * @param organisation the name of an organisation, or of that of a person
 * @param reading how the name is read
 * @param emails addresses in lower case
 * @param phones numbers in international form
 * @param addresses postal addresses
 * @param identifiers numbers by which others name the party
 */
public record MatchCard(
        PartyId party,
        Optional<String> person,
        Optional<String> organisation,
        Optional<String> reading,
        ImmutableSet<String> emails,
        ImmutableSet<String> phones,
        ImmutableSet<String> addresses,
        ImmutableSet<Identifier> identifiers) {
    @Override
    public String toString() {
        return "MatchCard[" + party + "]";
    }
}
