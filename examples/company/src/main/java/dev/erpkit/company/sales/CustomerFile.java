package dev.erpkit.company.sales;

import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.activity.Activity;
import dev.erpkit.crm.activity.ActivityChannel;
import dev.erpkit.crm.activity.ActivityId;
import dev.erpkit.crm.activity.ActivityService;
import dev.erpkit.crm.activity.Direction;
import dev.erpkit.crm.party.ConsentScope;
import dev.erpkit.crm.party.ConsentState;
import dev.erpkit.crm.party.ConsentStatement;
import dev.erpkit.crm.party.ContactKind;
import dev.erpkit.crm.party.ContactPoint;
import dev.erpkit.crm.party.PartyFacts;
import dev.erpkit.crm.party.PartyProfile;
import dev.erpkit.crm.party.PartyService;
import dev.erpkit.crm.party.phone.LibPhoneNumbers;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/** Who the customers are, what they have agreed to, and what was said with them. */
final class CustomerFile {
    static final ConsentScope NEWS = new ConsentScope(ContactKind.EMAIL, "newsletter");
    private static final Actor CLERK = Actor.of("clerk");

    private final PartyService parties;
    private final ActivityService activities;
    private final SalesStores stores;
    private final InstantSource clock;

    CustomerFile(SalesStores stores, Outbox outbox, UnitOfWork work, InstantSource clock) {
        AccessPolicy access = AccessPolicy.allowAll();
        this.stores = stores;
        this.clock = clock;
        this.parties = new PartyService(
                stores.parties(), stores.profiles(), LibPhoneNumbers.in("JP"), outbox, work, access, clock);
        this.activities =
                new ActivityService(stores.activities(), stores.contents(), parties::facts, work, access, clock);
    }

    /**
     * Writes down who is a customer and who wants to hear of news; one of them changes its mind.
     *
     * @param names the customers by id
     */
    void write(Diary diary, ImmutableSortedMap<String, String> names) {
        diary.on("2025-04-01", day -> names.forEachKeyValue(this::register));
        diary.on("2025-04-02", day -> {
            consent("C-101", ConsentState.GRANTED, "form-1");
            consent("C-102", ConsentState.GRANTED, "form-2");
            consent("C-104", ConsentState.GRANTED, "form-3");
            consent("C-105", ConsentState.GRANTED, "form-4");
        });
        diary.on("2025-05-30", day -> consent("C-102", ConsentState.WITHDRAWN, "mail-17"));
    }

    private void register(String id, String name) {
        PartyProfile profile = PartyProfile.organisation(id, name)
                .add(ContactPoint.of(ContactKind.EMAIL, "order@" + id.toLowerCase(Locale.ROOT) + ".example"))
                .build();
        parties.register(IdempotencyKey.of("PARTY-" + id), profile, CLERK).orElseThrow();
    }

    private void consent(String party, ConsentState state, String proof) {
        ConsentStatement statement = new ConsentStatement(NEWS, state, clock.instant(), proof);
        parties.consent(IdempotencyKey.of("CONSENT-" + party + "-" + state.text()), PartyId.of(party), statement, CLERK)
                .orElseThrow();
    }

    /** Something was said at ten in the morning, by the customer or, as a note, by us to ourselves. */
    void talk(String id, String party, ActivityChannel channel, LocalDate day, String words) {
        Activity.Builder activity = Activity.builder().id(id);
        activity.party(PartyId.of(party))
                .channel(channel)
                .direction(channel == ActivityChannel.NOTE ? Direction.INTERNAL : Direction.IN)
                .at(Japan.at(day, 10))
                .author(CLERK);
        activities
                .log(IdempotencyKey.of("TALK-" + id), activity.build(), words, CLERK)
                .orElseThrow();
    }

    PartyFacts facts(PartyId party) {
        return parties.facts(party);
    }

    /** What was said with a party, in the order of time. */
    ImmutableList<Activity> talks(PartyId party) {
        return activities.timeline(party).activities(party);
    }

    /** The words of something that was said. */
    String words(String id) {
        return stores.contents().find(ActivityId.of(id)).orElse("");
    }
}
