package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import dev.erpkit.crm.activity.ActionId;
import dev.erpkit.crm.activity.Activity;
import dev.erpkit.crm.activity.ActivityChannel;
import dev.erpkit.crm.activity.ActivityRecord;
import dev.erpkit.crm.activity.ActivityService;
import dev.erpkit.crm.activity.Direction;
import dev.erpkit.crm.activity.NextAction;
import dev.erpkit.crm.activity.memory.MemoryActivityLog;
import dev.erpkit.crm.activity.memory.MemoryContentStore;
import dev.erpkit.crm.campaign.CampaignService;
import dev.erpkit.crm.campaign.FrequencyCap;
import dev.erpkit.crm.campaign.Message;
import dev.erpkit.crm.campaign.SendRecord;
import dev.erpkit.crm.campaign.SendRule;
import dev.erpkit.crm.campaign.memory.MemorySendLog;
import dev.erpkit.crm.party.Aliases;
import dev.erpkit.crm.party.ConsentScope;
import dev.erpkit.crm.party.ConsentState;
import dev.erpkit.crm.party.ConsentStatement;
import dev.erpkit.crm.party.ContactKind;
import dev.erpkit.crm.party.PartyChange;
import dev.erpkit.crm.party.PartyKind;
import dev.erpkit.crm.party.PartyProfile;
import dev.erpkit.crm.party.PartyRecord;
import dev.erpkit.crm.party.PartyService;
import dev.erpkit.crm.party.PartyView;
import dev.erpkit.crm.party.Survivorship;
import dev.erpkit.crm.party.memory.MemoryPartyLog;
import dev.erpkit.crm.party.memory.MemoryProfileStore;
import dev.erpkit.crm.party.phone.LibPhoneNumbers;
import dev.erpkit.testkit.generate.CustomerArbitraries;
import dev.erpkit.testkit.generate.CustomerArbitraries.Deed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** Reference section 3, party and merge, and sending: over the lives of a few customers. */
class CustomerInvariantProperties {
    private static final Actor ME = Actor.of("me");
    private static final int CUSTOMERS = 4;
    private static final ConsentScope NEWS = new ConsentScope(ContactKind.EMAIL, "newsletter");

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return CustomerArbitraries.deeds(CUSTOMERS);
    }

    @Property(tries = 150)
    void customers_keep_their_rules_whatever_is_merged_and_taken_back(@ForAll("deeds") List<Deed> deeds) {
        Life life = new Life();
        deeds.forEach(life::live);
        ImmutableList<PartyRecord> records = life.records();
        assertThat(PartyInvariants.aliasesEnd(records)).isEmpty();
        assertThat(PartyInvariants.mergesAreOfTwo(records)).isEmpty();
        assertThat(PartyInvariants.mergesAreStrict(records)).isEmpty();
        Aliases aliases = Aliases.of(records.flatCollect(PartyRecord::changes));
        assertThat(PartyInvariants.nothingIsLost(life.activityRecords(), aliases))
                .isEmpty();
        // what was sent before a merge was not sent to the merged party: caps hold of each id for sure
        assertThat(CampaignInvariants.sentByTheRule(life.sent(), Life.RULE, life.parties::facts))
                .filteredOn(finding -> finding.invariant().equals("sends-within-caps"))
                .isEmpty();
    }

    /** Merging and taking it back leaves both parties as they were, consents too. */
    @Property(tries = 100)
    void a_merge_that_is_taken_back_never_was(@ForAll("deeds") List<Deed> deeds) {
        Life life = new Life();
        deeds.forEach(life::live);
        for (int one = 0; one < CUSTOMERS; one++) {
            for (int other = 0; other < CUSTOMERS; other++) {
                PartyId survivor = PartyId.of("P" + one);
                PartyId absorbed = PartyId.of("P" + other);
                ImmutableList<PartyView> before = life.views();
                ImmutableList<Boolean> consents = life.consents();
                life.now = life.now.plusSeconds(1);
                if (life.parties
                        .merge(life.key(), survivor, absorbed, Survivorship.NEWEST, ME)
                        .isAccepted()) {
                    life.now = life.now.plusSeconds(1);
                    life.parties.unmerge(life.key(), absorbed, ME).orElseThrow();
                }
                assertThat(life.views()).isEqualTo(before);
                assertThat(life.consents()).isEqualTo(consents);
            }
        }
    }

    /** Broken records are seen: the finders can fail. */
    @Test
    void what_breaks_the_rules_is_found() {
        PartyId a = PartyId.of("A");
        PartyId b = PartyId.of("B");
        ImmutableList<PartyRecord> circle = Lists.immutable.of(
                record(1, new PartyChange.Merged(a, b, Survivorship.NEWEST)),
                record(2, new PartyChange.Merged(b, a, Survivorship.NEWEST)));
        assertThat(PartyInvariants.aliasesEnd(circle)).hasSize(2);
        assertThat(PartyInvariants.mergesAreOfTwo(circle)).hasSize(1);
        ImmutableList<PartyRecord> fine = Lists.immutable.of(
                record(1, new PartyChange.Registered(a, PartyKind.PERSON)),
                record(2, new PartyChange.Merged(a, b, Survivorship.NEWEST)));
        assertThat(PartyInvariants.mergesAreOfTwo(fine)).isEmpty();
    }

    private static PartyRecord record(long sequence, PartyChange change) {
        return new PartyRecord(
                sequence,
                IdempotencyKey.of("k" + sequence),
                Digest.ofText(change.text()),
                Instant.EPOCH.plusSeconds(sequence),
                ME,
                Lists.immutable.of(change));
    }

    /** A few customers to whom all that happens. */
    private static final class Life {
        private static final SendRule RULE = SendRule.builder()
                .scope(NEWS)
                .add(new FrequencyCap(2, Duration.ofHours(48)))
                .build();

        private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");
        private final MemoryPartyLog partyLog = new MemoryPartyLog(unitOfWork);
        private final PartyService parties = new PartyService(
                partyLog,
                new MemoryProfileStore(unitOfWork),
                LibPhoneNumbers.in("JP"),
                Outbox.none(),
                unitOfWork,
                AccessPolicy.allowAll(),
                () -> now);
        private final MemoryActivityLog activityLog = new MemoryActivityLog(unitOfWork);
        private final ActivityService activities = new ActivityService(
                activityLog,
                new MemoryContentStore(unitOfWork),
                parties::facts,
                unitOfWork,
                AccessPolicy.allowAll(),
                () -> now);
        private final MemorySendLog sendLog = new MemorySendLog(unitOfWork);
        private final CampaignService campaigns = new CampaignService(
                sendLog, parties::facts, Outbox.none(), unitOfWork, AccessPolicy.allowAll(), () -> now);
        private int keys;

        Life() {
            for (int i = 0; i < CUSTOMERS; i++) {
                now = now.plusSeconds(1);
                parties.register(
                                key(), PartyProfile.person("P" + i, "Name " + i).build(), ME)
                        .orElseThrow();
            }
        }

        private IdempotencyKey key() {
            return IdempotencyKey.of("k" + ++keys);
        }

        void live(Deed deed) {
            now = now.plus(Duration.ofHours(deed.hours())).plusSeconds(1);
            PartyId party = PartyId.of("P" + deed.party());
            PartyId other = PartyId.of("P" + deed.other());
            switch (deed.what()) {
                case CONSENT -> say(party, ConsentState.GRANTED);
                case WITHDRAW -> say(party, ConsentState.WITHDRAWN);
                case MERGE -> parties.merge(key(), party, other, Survivorship.NEWEST, ME);
                case UNMERGE -> parties.unmerge(key(), party, ME);
                case TALK -> talk(party);
                case PLAN ->
                    activities
                            .plan(
                                    key(),
                                    new NextAction(ActionId.of("n" + keys), party, "call", LocalDate.EPOCH, ME),
                                    ME)
                            .orElseThrow();
                case SEND -> campaigns.claim(key(), new Message("c", "t", party), RULE, ZoneOffset.UTC, ME);
            }
        }

        private void say(PartyId party, ConsentState state) {
            parties.consent(key(), party, new ConsentStatement(NEWS, state, now, "form"), ME)
                    .orElseThrow();
        }

        private void talk(PartyId party) {
            Activity activity = Activity.builder()
                    .id("a" + keys)
                    .party(party)
                    .channel(ActivityChannel.PHONE)
                    .direction(Direction.IN)
                    .at(now)
                    .author(ME)
                    .build();
            activities.log(key(), activity, "something", ME).orElseThrow();
        }

        ImmutableList<PartyRecord> records() {
            MutableList<PartyRecord> records = Lists.mutable.empty();
            partyLog.forEach(0, records::add);
            return records.toImmutable();
        }

        ImmutableList<ActivityRecord> activityRecords() {
            MutableList<ActivityRecord> records = Lists.mutable.empty();
            activityLog.forEach(0, records::add);
            return records.toImmutable();
        }

        ImmutableList<SendRecord> sent() {
            MutableList<SendRecord> records = Lists.mutable.empty();
            sendLog.forEach(0, records::add);
            return records.toImmutable();
        }

        ImmutableList<PartyView> views() {
            MutableList<PartyView> views = Lists.mutable.empty();
            for (int i = 0; i < CUSTOMERS; i++) {
                views.add(parties.find(PartyId.of("P" + i)).orElseThrow());
            }
            return views.toImmutable();
        }

        ImmutableList<Boolean> consents() {
            return views().collect(view -> parties.facts(view.id()).mayReach(view.id(), NEWS, now));
        }
    }
}
