package dev.erpkit.testkit.cases;

import dev.erpkit.crm.matching.CardMaker;
import dev.erpkit.crm.matching.DuplicateFinder;
import dev.erpkit.crm.matching.Folding;
import dev.erpkit.crm.matching.MatchModel;
import dev.erpkit.crm.matching.japan.JapaneseFolding;
import dev.erpkit.crm.party.ContactKind;
import dev.erpkit.crm.party.ContactPoint;
import dev.erpkit.crm.party.PartyProfile;
import dev.erpkit.crm.party.phone.LibPhoneNumbers;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.SortedSets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.set.sorted.MutableSortedSet;

/**
 * Leads and who of them belong together. A published relation that is not symmetric, where one finds another but is not found by
 * it, is read as the symmetric one that holds both: no answer may depend on who is asked about.
 */
final class DuplicateReader {
    /** "Name (Company)", as a display name writes them. */
    private static final Pattern WITH_COMPANY = Pattern.compile("(.+?)\\s*\\((.+)\\)");

    private DuplicateReader() {}

    static void run(Case current) {
        Field leads = Lists.immutable
                .of("leads", "parties", "contacts", "records", "people", "customers")
                .collect(name -> current.given().find(name))
                .detectOptional(Optional::isPresent)
                .flatMap(found -> found)
                .filter(Field::isObject)
                .orElseThrow(() -> new UnsupportedCaseException("no leads"));
        if (!current.expect().isObject()
                || !current.expect()
                        .names()
                        .allSatisfy(
                                id -> leads.has(id) && current.expect().at(id).isList())) {
            throw new UnsupportedCaseException("no groups of leads");
        }
        DuplicateFinder finder = new DuplicateFinder(model(current));
        CardMaker cards = new CardMaker(
                current.text().codePoints().anyMatch(Character::isIdeographic)
                        ? JapaneseFolding.INSTANCE
                        : Folding.plain(),
                current.given()
                        .find("region")
                        .or(() -> current.given().find("country"))
                        .map(region -> LibPhoneNumbers.in(region.text()))
                        .orElseGet(LibPhoneNumbers::anywhere));
        leads.names().forEach(id -> finder.add(cards.card(profile(id, leads.at(id)))));
        MutableMap<String, MutableSortedSet<String>> found = Maps.mutable.empty();
        finder.pairs()
                .forEach(pair ->
                        relate(found, pair.first().value(), pair.second().value()));
        MutableMap<String, MutableSortedSet<String>> published = Maps.mutable.empty();
        current.expect()
                .names()
                .forEach(id -> current.expect()
                        .at(id)
                        .elements()
                        .collect(Field::text)
                        .reject(id::equals)
                        .forEach(other -> relate(published, id, other)));
        for (String id : current.expect().names()) {
            current.differences()
                    .same(
                            current.expect().at(id),
                            published.getIfAbsentValue(id, SortedSets.mutable.empty()),
                            found.getIfAbsentValue(id, SortedSets.mutable.empty()));
        }
    }

    private static void relate(MutableMap<String, MutableSortedSet<String>> relation, String one, String other) {
        relation.getIfAbsentPut(one, SortedSets.mutable::empty).add(other);
        relation.getIfAbsentPut(other, SortedSets.mutable::empty).add(one);
    }

    /** The published leads share a domain of their maker, which is public there. */
    private static MatchModel model(Case current) {
        MatchModel.Builder model = MatchModel.builder();
        ImmutableList<String> named = current.given()
                .find("public_domains")
                .map(field -> field.elements().collect(Field::text))
                .orElse(Lists.immutable.of("odoo.com"));
        return model.from(MatchModel.leads())
                .publicDomains(MatchModel.PUBLIC_DOMAINS.newWithAll(named))
                .build();
    }

    private static PartyProfile profile(String id, Field lead) {
        Optional<String> partner = text(lead, "partner", "partner_name", "display_name");
        Matcher both = WITH_COMPANY.matcher(partner.orElse(""));
        boolean split = both.matches();
        Optional<String> person = text(lead, "contact", "contact_name", "person", "name")
                .or(() -> split ? Optional.of(both.group(1)) : partner);
        Optional<String> company = text(lead, "company", "organisation", "organization")
                .or(() -> split ? Optional.of(both.group(2)) : Optional.empty());
        PartyProfile.Builder profile = person.isPresent() || company.isEmpty()
                ? PartyProfile.person(id, person.orElse("?"))
                : PartyProfile.organisation(id, company.get());
        if (person.isPresent()) {
            profile.organisation(company);
        }
        text(lead, "email", "mail").ifPresent(mail -> profile.add(ContactPoint.of(ContactKind.EMAIL, mail)));
        text(lead, "phone", "mobile").ifPresent(phone -> profile.add(ContactPoint.of(ContactKind.PHONE, phone)));
        // a lead that was lost is one all the same
        text(lead, "lost", "archived");
        return profile.build();
    }

    private static Optional<String> text(Field lead, String... names) {
        return Lists.immutable
                .of(names)
                .collect(name -> lead.find(name).map(Field::text))
                .detectOptional(Optional::isPresent)
                .flatMap(found -> found)
                .filter(text -> !text.equals("null") && !text.isBlank());
    }
}
