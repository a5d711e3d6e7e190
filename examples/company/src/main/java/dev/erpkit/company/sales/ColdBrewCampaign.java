package dev.erpkit.company.sales;

import dev.erpkit.accounting.Business;
import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.accounting.document.port.DocumentLog;
import dev.erpkit.accounting.document.port.DocumentQuery;
import dev.erpkit.company.report.CampaignReport;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.condition.Condition;
import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.condition.Facts;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.AccountingEvents;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
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
import dev.erpkit.crm.campaign.NotSent;
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
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
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
    private static final String PAID = "2025-06-20";
    private static final DateRange SPRING = DateRange.of(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 6, 1));
    private static final long ENOUGH = 6_000_000;
    private static final Duration REMEMBERED = Duration.ofDays(120);
    private static final MonetaryAmount COST = SellingRules.yen(84_000);
    static final LocalDate FIRST_MAIL = LocalDate.of(2025, 6, 3);
    static final Actor CLERK = Actor.of("clerk");

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
    private final AccountingEvents books;
    private final SendLog sends;
    private final CampaignService sending;

    ColdBrewCampaign(CustomerFile customers, Business business, SendLog sends, CampaignService sending) {
        this.customers = customers;
        this.documents = business.stores().documents();
        this.books = business.events();
        this.sends = sends;
        this.sending = sending;
    }

    void write(Diary diary) {
        MAILS.forEach(day -> diary.on(day, date -> members().forEach(party -> send(party, day))));
        diary.on(
                PAID,
                day -> books.record(CampaignCost.of(NAME, day, COST), CLERK).orElseThrow());
    }

    /** Who must not be written to is not; why, is on record. */
    private void send(PartyId party, String day) {
        Outcome<SendRecord> sent = sending.claim(key(party, day), message(party), RULE, Japan.ZONE, CLERK);
        if (sent.refusal().flatMap(NotSent::of).isEmpty()) {
            sent.orElseThrow();
        }
    }

    /** Who is in the segment. */
    ImmutableList<PartyId> members() {
        return customers().select(SEGMENT::contains).collect(Customer::party);
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

    /** What it was and brought; of the deals that were won those at home, whom it was for. */
    CampaignReport report(ImmutableList<Deal> all, ImmutableList<CampaignReport.Traveller> reminded) {
        ImmutableList<Deal> won = all.select(deal -> deal.amount().getCurrency().equals(SellingRules.YEN));
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
        return new CampaignReport(
                NAME,
                SEGMENT.name(),
                rows,
                reminded,
                sending.figures(NAME),
                credits,
                value,
                LocalDate.parse(PAID),
                result(credits.get(2), value, rows, won));
    }

    private CampaignReport.Row row(Customer customer) {
        ImmutableList<String> missing = SEGMENT.missing(customer);
        return new CampaignReport.Row(
                customer.party(),
                customer.springMinor(),
                missing,
                missing.notEmpty() ? Lists.immutable.empty() : MAILS.collect(day -> mail(customer.party(), day)));
    }

    private CampaignReport.Mail mail(PartyId party, String day) {
        SendRecord asked = sends.find(key(party, day)).orElseThrow();
        return new CampaignReport.Mail(LocalDate.parse(day), asked.message().template(), asked.notSent());
    }

    private ImmutableList<Instant> sent(PartyId party) {
        MutableList<Instant> sent = Lists.mutable.empty();
        sends.forEachOf(party, fact -> {
            if (fact.sent()) {
                sent.add(fact.recordedAt());
            }
        });
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
