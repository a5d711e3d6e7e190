package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import dev.erpkit.crm.campaign.CampaignService;
import dev.erpkit.crm.campaign.FrequencyCap;
import dev.erpkit.crm.campaign.Message;
import dev.erpkit.crm.campaign.NotSent;
import dev.erpkit.crm.campaign.SendRecord;
import dev.erpkit.crm.campaign.SendRule;
import dev.erpkit.crm.party.ConsentScope;
import dev.erpkit.crm.party.ConsentState;
import dev.erpkit.crm.party.ConsentStatement;
import dev.erpkit.crm.party.ContactKind;
import dev.erpkit.crm.party.PartyChange;
import dev.erpkit.crm.party.PartyFacts;
import dev.erpkit.crm.party.PartyRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** What every {@code SendLog} must do: one record for each message in its order, each key once, no cap passed at once. */
public abstract class SendLogContract extends KeyedLogContract<CampaignHarness, SendRecord> {
    private static final Actor CLERK = Actor.of("販促係");

    /** For adapters. */
    protected SendLogContract() {}

    @Override
    void append(CampaignHarness harness, SendRecord fact) {
        harness.sends().append(fact);
    }

    @Override
    Optional<SendRecord> find(CampaignHarness harness, IdempotencyKey key) {
        return harness.sends().find(key);
    }

    @Override
    void forEach(CampaignHarness harness, long afterSequence, Consumer<SendRecord> sink) {
        harness.sends().forEach(afterSequence, sink);
    }

    @Override
    void forEachOf(CampaignHarness harness, PartyId party, Consumer<SendRecord> sink) {
        harness.sends().forEachOf(party, sink);
    }

    @Override
    long lastSequence(CampaignHarness harness) {
        return harness.sends().lastSequence();
    }

    @Override
    CampaignHarness other() {
        return harness().otherTenant();
    }

    @Override
    CampaignHarness again() {
        return harness().reopened();
    }

    @Override
    long sequence(SendRecord fact) {
        return fact.sequence();
    }

    @Override
    IdempotencyKey key(SendRecord fact) {
        return fact.key();
    }

    @Override
    SendRecord fact(long sequence, IdempotencyKey key, PartyId party) {
        ContactKind channel = sequence % 2 == 0 ? ContactKind.EMAIL : ContactKind.PHONE;
        return fact(sequence, key, party, channel, Optional.empty());
    }

    private static SendRecord fact(
            long sequence, IdempotencyKey key, PartyId party, ContactKind channel, Optional<NotSent> notSent) {
        return new SendRecord(
                sequence,
                key,
                Digest.ofText(key.value()),
                Fresh.instant(),
                CLERK,
                new Message("春の案内 '2026'", "welcome — ü€", party),
                new ConsentScope(channel, "お知らせ"),
                notSent);
    }

    @Test
    void send_1_1_a_message_that_was_not_sent_comes_back_with_its_reason() {
        PartyId party = PartyId.of(Fresh.key("p"));
        for (NotSent.Reason reason : NotSent.Reason.values()) {
            Optional<Instant> until =
                    reason == NotSent.Reason.NO_CONSENT ? Optional.empty() : Optional.of(Fresh.instant());
            SendRecord fact = inUnitOfWork(() -> {
                SendRecord refused = fact(
                        harness().sends().lastSequence() + 1,
                        IdempotencyKey.of(Fresh.key("send")),
                        party,
                        ContactKind.EMAIL,
                        Optional.of(new NotSent(reason, until)));
                harness().sends().append(refused);
                return refused;
            });
            assertThat(harness().sends().find(fact.key())).contains(fact);
        }
    }

    @Test
    void send_1_2_what_is_refused_is_kept_once_and_told_again() {
        PartyId stranger = PartyId.of(Fresh.key("stranger"));
        ConsentScope scope = new ConsentScope(ContactKind.EMAIL, "news");
        CampaignService campaigns = campaigns(PartyId.of(Fresh.key("p")), scope);
        SendRule rule = SendRule.builder().scope(scope).build();
        String campaign = Fresh.key("c");
        IdempotencyKey key = IdempotencyKey.of(Fresh.key("send"));
        Message message = new Message(campaign, "t", stranger);
        Outcome<SendRecord> refused = campaigns.claim(key, message, rule, ZoneOffset.UTC, CLERK);
        assertThat(refused.refusal().orElseThrow().code().value()).isEqualTo("campaign.no-consent");
        assertThat(campaigns.claim(key, message, rule, ZoneOffset.UTC, CLERK)).isEqualTo(refused);
        assertThat(campaigns.figures(campaign).asked()).isEqualTo(1);
        assertThat(campaigns.figures(campaign).notSent().castToSortedMap())
                .containsExactly(Map.entry(NotSent.Reason.NO_CONSENT, 1L));
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void send_4_2_two_messages_at_once_do_not_pass_a_cap() {
        PartyId party = PartyId.of(Fresh.key("p"));
        ConsentScope scope = new ConsentScope(ContactKind.EMAIL, "news");
        CampaignService campaigns = campaigns(party, scope);
        SendRule rule = SendRule.builder()
                .scope(scope)
                .add(new FrequencyCap(1, Duration.ofDays(1)))
                .build();
        ImmutableList<AtOnce.Ended<Outcome<SendRecord>>> ends = AtOnce.run(
                3,
                i -> campaigns.claim(
                        IdempotencyKey.of(Fresh.key("send")),
                        new Message("c", "t", party),
                        rule,
                        ZoneOffset.UTC,
                        CLERK));
        assertThat(ends.count(end -> end.value() != null && end.value().isAccepted()))
                .isEqualTo(1);
    }

    /** A service that knows of one party, which has consented. */
    private CampaignService campaigns(PartyId party, ConsentScope scope) {
        PartyRecord consent = new PartyRecord(
                1,
                IdempotencyKey.of("k"),
                Digest.ofText("k"),
                Instant.EPOCH,
                CLERK,
                Lists.immutable.of(new PartyChange.Consented(
                        party, new ConsentStatement(scope, ConsentState.GRANTED, Instant.EPOCH, "form"))));
        return new CampaignService(
                harness().sends(),
                id -> PartyFacts.of(Lists.immutable.of(consent)),
                harness().outbox(),
                harness().unitOfWork(),
                AccessPolicy.allowAll(),
                Fresh::instant);
    }

    @Test
    void send_7_1_a_message_is_told_once_and_what_is_refused_never() {
        PartyId party = PartyId.of(Fresh.key("p"));
        ConsentScope scope = new ConsentScope(ContactKind.EMAIL, "news");
        CampaignService campaigns = campaigns(party, scope);
        SendRule rule = SendRule.builder().scope(scope).build();
        IdempotencyKey key = IdempotencyKey.of(Fresh.key("send"));
        Message message = new Message("spring", "t", party);
        Message stranger = new Message("spring", "t", PartyId.of(Fresh.key("stranger")));
        String next = "campaign.sent spring#" + (harness().sends().lastSequence() + 1);
        assertThat(told(() -> campaigns.claim(key, message, rule, ZoneOffset.UTC, CLERK)))
                .containsExactly(next);
        assertThat(told(() -> campaigns.claim(key, message, rule, ZoneOffset.UTC, CLERK)))
                .as("again")
                .isEmpty();
        assertThat(told(() ->
                        campaigns.claim(IdempotencyKey.of(Fresh.key("send")), stranger, rule, ZoneOffset.UTC, CLERK)))
                .as("without consent")
                .isEmpty();
    }
}
