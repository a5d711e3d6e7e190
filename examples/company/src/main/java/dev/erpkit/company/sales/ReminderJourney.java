package dev.erpkit.company.sales;

import dev.erpkit.company.report.CampaignReport;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.crm.campaign.CampaignService;
import dev.erpkit.crm.campaign.JourneyEvent;
import dev.erpkit.crm.campaign.JourneyPlan;
import dev.erpkit.crm.campaign.JourneyStep;
import dev.erpkit.crm.campaign.Message;
import dev.erpkit.crm.campaign.NotSent;
import dev.erpkit.crm.campaign.Reentry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * After the campaign: who has not ordered two weeks after the tasting is reminded, once. What happened to somebody on the way
 * follows from the diary and from what was sent, so that it is the same when a run is taken up again.
 */
final class ReminderJourney {
    private static final String BEGINS = "2025-06-25";
    private static final String ENDS = "2025-07-09";
    private static final String ORDERED = "ordered";

    private static final JourneyPlan PLAN = new JourneyPlan(
            "cold-brew-reminder",
            "wait",
            Maps.immutable.of(
                    "wait", new JourneyStep.Pause(Duration.ofDays(14), "ordered?"),
                    "ordered?", new JourneyStep.Decide(ORDERED, "end", "remind"),
                    "remind", new JourneyStep.Act("reminder", "end"),
                    "end", new JourneyStep.End()),
            new Reentry.Once());

    private final ColdBrewCampaign campaign;
    private final OrderToCash trade;
    private final CampaignService sending;
    private final TreeMap<PartyId, ImmutableList<JourneyEvent>> histories = new TreeMap<>();

    ReminderJourney(ColdBrewCampaign campaign, OrderToCash trade, CampaignService sending) {
        this.campaign = campaign;
        this.trade = trade;
        this.sending = sending;
    }

    void write(Diary diary) {
        diary.on(BEGINS, day -> campaign.members().forEach(party -> enter(party, day)));
        diary.on(ENDS, day -> histories.replaceAll((party, history) -> goOn(party, history, day)));
    }

    private void enter(PartyId party, LocalDate day) {
        histories.put(
                party,
                PLAN.enter(party, Lists.immutable.empty(), 1, Japan.at(day, 18)).orElseThrow());
    }

    private ImmutableList<JourneyEvent> goOn(PartyId party, ImmutableList<JourneyEvent> history, LocalDate day) {
        DateRange since = DateRange.ofClosed(ColdBrewCampaign.FIRST_MAIL, day);
        return history.newWithAll(PLAN.advance(
                history,
                criterion -> criterion.equals(ORDERED) && trade.ordered(party, since),
                this::send,
                Japan.at(day, 18)));
    }

    private Optional<NotSent> send(JourneyEvent.Acted act) {
        IdempotencyKey key = IdempotencyKey.of(PLAN.name() + "/" + act.party() + "/" + act.step() + "/" + act.at());
        Message message = new Message(ColdBrewCampaign.NAME, act.template(), act.party());
        return sending.claim(key, message, ColdBrewCampaign.RULE, Japan.ZONE, ColdBrewCampaign.CLERK)
                .refusal()
                .map(refusal -> NotSent.of(refusal).orElseThrow());
    }

    /** Who was on the way, and what happened to them. */
    ImmutableList<CampaignReport.Traveller> travellers() {
        return Lists.immutable
                .withAll(histories.entrySet())
                .collect(one -> new CampaignReport.Traveller(one.getKey(), one.getValue()));
    }
}
