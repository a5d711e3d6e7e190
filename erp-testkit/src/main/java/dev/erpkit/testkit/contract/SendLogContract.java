package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Fingerprint;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.campaign.CampaignService;
import dev.erpkit.crm.campaign.FrequencyCap;
import dev.erpkit.crm.campaign.Message;
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
        return new SendRecord(
                sequence,
                key,
                Fingerprint.of(key.value()),
                Fresh.instant(),
                CLERK,
                new Message("春の案内 '2026'", "welcome — ü€", party),
                new ConsentScope(channel, "お知らせ"));
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void send_4_2_two_messages_at_once_do_not_pass_a_cap() {
        PartyId party = PartyId.of(Fresh.key("p"));
        ConsentScope scope = new ConsentScope(ContactKind.EMAIL, "news");
        PartyRecord consent = new PartyRecord(
                1,
                IdempotencyKey.of("k"),
                Fingerprint.of("k"),
                Instant.EPOCH,
                CLERK,
                Lists.immutable.of(new PartyChange.Consented(
                        party, new ConsentStatement(scope, ConsentState.GRANTED, Instant.EPOCH, "form"))));
        CampaignService campaigns = new CampaignService(
                harness().sends(),
                id -> PartyFacts.of(Lists.immutable.of(consent)),
                harness().outbox(),
                harness().unitOfWork(),
                AccessPolicy.allowAll(),
                Fresh::instant);
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
}
