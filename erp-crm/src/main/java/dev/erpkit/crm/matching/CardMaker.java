package dev.erpkit.crm.matching;

import dev.erpkit.crm.party.ContactKind;
import dev.erpkit.crm.party.PartyKind;
import dev.erpkit.crm.party.PartyProfile;
import dev.erpkit.crm.party.port.PhoneNumbers;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * Makes what is compared out of a profile.
 *
 * @param folding how texts are folded
 * @param phones how phone numbers are read; what is no number is left out
 */
public record CardMaker(Folding folding, PhoneNumbers phones) {
    /** The card of a profile. */
    public MatchCard card(PartyProfile profile) {
        boolean person = profile.kind() == PartyKind.PERSON;
        Optional<String> organisation = person ? profile.organisation() : Optional.of(profile.name());
        return new MatchCard(
                profile.party(),
                person ? folded(Optional.of(profile.name()), folding::person) : Optional.empty(),
                folded(organisation, folding::organisation),
                folded(profile.reading(), folding::reading),
                values(profile, ContactKind.EMAIL).collect(CardMaker::email).toImmutableSet(),
                values(profile, ContactKind.PHONE)
                        .collect(phones::international)
                        .select(Optional::isPresent)
                        .collect(Optional::orElseThrow)
                        .toImmutableSet(),
                folded(values(profile, ContactKind.POSTAL)),
                profile.identifiers().toImmutableSet());
    }

    private static Optional<String> folded(Optional<String> text, UnaryOperator<String> fold) {
        return text.map(fold).filter(folded -> !folded.isEmpty());
    }

    private ImmutableSet<String> folded(ImmutableList<String> addresses) {
        return addresses.collect(folding::address).reject(String::isEmpty).toImmutableSet();
    }

    private static String email(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    private static ImmutableList<String> values(PartyProfile profile, ContactKind kind) {
        return profile.contactPoints().select(point -> point.kind() == kind).collect(point -> point.value());
    }
}
