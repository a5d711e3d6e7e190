package dev.erpkit.company.sales;

import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.accounting.document.port.DocumentLog;
import dev.erpkit.accounting.document.port.DocumentQuery;
import dev.erpkit.company.report.CampaignReport;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.condition.Condition;
import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.condition.Facts;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.activity.Activity;
import dev.erpkit.crm.activity.ActivityChannel;
import dev.erpkit.crm.campaign.Attribution;
import dev.erpkit.crm.campaign.AttributionModel;
import dev.erpkit.crm.campaign.CampaignResult;
import dev.erpkit.crm.campaign.CampaignService;
import dev.erpkit.crm.campaign.Criterion;
import dev.erpkit.crm.campaign.FrequencyCap;
import dev.erpkit.crm.campaign.Message;
import dev.erpkit.crm.campaign.QuietHours;
import dev.erpkit.crm.campaign.Segment;
import dev.erpkit.crm.campaign.SendRecord;
import dev.erpkit.crm.campaign.SendRule;
import dev.erpkit.crm.campaign.SplitTest;
import dev.erpkit.crm.campaign.TouchPath;
import dev.erpkit.crm.campaign.port.SendLog;
import dev.erpkit.crm.pipeline.Deal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TreeMap;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Three mails about coffee brewed in cold water, to customers at home who buy enough and want to hear of it. */
final class ColdBrewCampaign {
    static final String NAME = "cold-brew-2025";
    static final String CHANNEL = "campaign";
    private static final ImmutableList<String> MAILS = Lists.immutable.of("2025-06-03", "2025-06-10", "2025-06-19");
    private static final DateRange SPRING = DateRange.of(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 6, 1));
    private static final long ENOUGH = 6_000_000;
    private static final Duration REMEMBERED = Duration.ofDays(120);
    private static final MonetaryAmount COST = SellingRules.yen(84_000);
    private static final Actor CLERK = Actor.of("clerk");

    static final SendRule RULE = SendRule.builder()
            .add(new FrequencyCap(1, Duration.ofDays(14)))
            .scope(CustomerFile.NEWS)
            .quiet(new QuietHours(LocalTime.of(20, 0), LocalTime.of(8, 0)))
            .build();

    private static final SplitTest TEMPLATES =
            new SplitTest(NAME, Lists.immutable.of(new SplitTest.Arm("tasting", 1), new SplitTest.Arm("recipe", 1)));

    static final Segment<Customer> SEGMENT = new Segment<>(
            "国内主要客 Major customers at home",
            Customer::facts,
            Lists.immutable.of(
                    new Criterion("国内 At home", Condition.is("home", FactValue.of(true))),
                    new Criterion(
                            "4・5月に600万円以上 Bought for 6 million in April and May",
                            Condition.atLeast("spring", FactValue.of(ENOUGH)))));

    /**
     * What the segment knows of a customer.
     *
     * @param party who
     * @param home whether it is invoiced in yen
     * @param springMinor what it was invoiced in spring, without tax
     */
    record Customer(PartyId party, boolean home, long springMinor) {
        Facts facts() {
            return Facts.of("home", FactValue.of(home)).with("spring", FactValue.of(springMinor));
        }
    }

    private final CustomerFile customers;
    private final DocumentLog documents;
    private final SendLog sends;
    private final CampaignService service;

    ColdBrewCampaign(
            CustomerFile customers,
            DocumentLog documents,
            SalesStores stores,
            Outbox outbox,
            UnitOfWork work,
            InstantSource clock) {
        this.customers = customers;
        this.documents = documents;
        this.sends = stores.sends();
        this.service = new CampaignService(sends, customers::facts, outbox, work, AccessPolicy.allowAll(), clock);
    }

    void write(Diary diary) {
        MAILS.forEach(day -> diary.on(
                day, date -> customers().select(SEGMENT::contains).forEach(customer -> send(customer.party(), day))));
    }

    /** Who must not be written to is not; why, the report says. */
    private void send(PartyId party, String day) {
        Outcome<SendRecord> sent = service.claim(key(party, day), message(party), RULE, Japan.ZONE, CLERK);
        Optional<Refusal> refusal = sent.refusal();
        if (refusal.isPresent() && !refusal.get().code().toString().startsWith("campaign.")) {
            sent.orElseThrow();
        }
    }

    private static IdempotencyKey key(PartyId party, String day) {
        return IdempotencyKey.of(NAME + "-" + day + "-" + party);
    }

    private static Message message(PartyId party) {
        return new Message(NAME, TEMPLATES.arm(party), party);
    }

    /** Everybody who was invoiced in spring. */
    private ImmutableList<Customer> customers() {
        TreeMap<PartyId, Customer> known = new TreeMap<>();
        documents.forEach(DocumentQuery.all().in(SPRING), document -> {
            if (document.kind().sale()) {
                known.merge(document.party(), customer(document), ColdBrewCampaign::together);
            }
        });
        return Lists.immutable.withAll(known.values());
    }

    private static Customer customer(IssuedDocument document) {
        boolean home = document.currency().equals(SellingRules.YEN);
        return new Customer(document.party(), home, document.figures().netBaseMinor());
    }

    private static Customer together(Customer one, Customer other) {
        return new Customer(one.party(), one.home(), Math.addExact(one.springMinor(), other.springMinor()));
    }

    CampaignReport report(ImmutableList<Deal> won) {
        ImmutableList<CampaignReport.Row> rows = customers().collect(this::row);
        ImmutableList<TouchPath> paths = won.collect(this::path);
        ImmutableList<Attribution> credits = Lists.immutable
                .of(
                        new AttributionModel.First(),
                        new AttributionModel.Last(),
                        new AttributionModel.Linear(),
                        AttributionModel.position(),
                        new AttributionModel.TimeDecay(Rational.of(30)))
                .collect(model -> Attribution.of(model, paths));
        MonetaryAmount value = worth(won.select(deal -> !path(deal).touches().isEmpty()));
        return new CampaignReport(NAME, SEGMENT.name(), rows, credits, value, result(credits.get(2), value, rows, won));
    }

    private CampaignReport.Row row(Customer customer) {
        ImmutableList<String> missing = SEGMENT.missing(customer);
        return new CampaignReport.Row(
                customer.party(),
                customer.springMinor(),
                missing,
                missing.notEmpty() ? Lists.immutable.empty() : MAILS.collect(day -> mail(customer.party(), day)));
    }

    /** Why a mail was not sent: as it was decided then, by what the customer had said by then. */
    private CampaignReport.Mail mail(PartyId party, String day) {
        Optional<SendRecord> sent = sends.find(key(party, day));
        Instant at = Japan.at(LocalDate.parse(day), 18);
        Optional<Refusal> refusal = sent.isPresent()
                ? Optional.empty()
                : RULE.decide(
                                party,
                                customers.facts(party).mayReach(party, RULE.scope(), at),
                                sent(party).select(earlier -> earlier.isBefore(at)),
                                at,
                                Japan.ZONE)
                        .refusal();
        return new CampaignReport.Mail(LocalDate.parse(day), TEMPLATES.arm(party), refusal);
    }

    private ImmutableList<Instant> sent(PartyId party) {
        MutableList<Instant> sent = Lists.mutable.empty();
        sends.forEachOf(party, fact -> sent.add(fact.recordedAt()));
        return sent.toImmutable();
    }

    private CampaignResult result(
            Attribution linear, MonetaryAmount value, ImmutableList<CampaignReport.Row> rows, ImmutableList<Deal> won) {
        ImmutableList<PartyId> reached = rows.select(row -> row.mails().anySatisfy(CampaignReport.Mail::sent))
                .collect(CampaignReport.Row::party);
        int responses =
                reached.count(party -> won.anySatisfy(deal -> deal.party().equals(party) && touchedBy(deal)));
        return new CampaignResult(
                COST, linear.allocate(value).getOrDefault(CHANNEL, SellingRules.yen(0)), reached.size(), responses);
    }

    private boolean touchedBy(Deal deal) {
        return path(deal).touches().anySatisfy(touch -> touch.channel().equals(CHANNEL));
    }

    /** How a deal came about: what was said and sent in the months before it was won. */
    private TouchPath path(Deal deal) {
        Instant won = deal.inStageSince();
        TreeMap<Instant, String> touches = new TreeMap<>();
        for (Activity activity : customers.talks(deal.party())) {
            if (activity.channel() != ActivityChannel.NOTE) {
                touches.put(activity.at(), activity.channel().text());
            }
        }
        sent(deal.party()).forEach(at -> touches.put(at, CHANNEL));
        ImmutableList<TouchPath.Touch> before = Lists.immutable
                .withAll(touches.subMap(won.minus(REMEMBERED), won).entrySet())
                .collect(touch -> new TouchPath.Touch(
                        touch.getValue(), Rational.of(ChronoUnit.DAYS.between(touch.getKey(), won))));
        return new TouchPath(before, Rational.of(Amounts.minor(deal.amount())), 1, 0);
    }

    private static MonetaryAmount worth(ImmutableList<Deal> deals) {
        return SellingRules.yen(deals.sumOfLong(deal -> Amounts.minor(deal.amount())));
    }
}
