package dev.erpkit.company.report;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.crm.campaign.Attribution;
import dev.erpkit.crm.campaign.CampaignResult;
import dev.erpkit.crm.campaign.JourneyEvent;
import dev.erpkit.crm.campaign.NotSent;
import dev.erpkit.crm.campaign.SendFigures;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A campaign and what it brought.
 *
 * @param name the campaign
 * @param segment for whom it was
 * @param rows who was in, who was not, and what they were sent
 * @param reminded who was on the journey after it
 * @param figures how many messages were sent and how many not, and why
 * @param credits who is credited with the deals that were won, by several rules
 * @param value what these deals are worth
 * @param paid when it was paid for
 * @param result what it cost and brought
 */
public record CampaignReport(
        String name,
        String segment,
        ImmutableList<Row> rows,
        ImmutableList<Traveller> reminded,
        SendFigures figures,
        ImmutableList<Attribution> credits,
        MonetaryAmount value,
        LocalDate paid,
        CampaignResult result) {
    /**
     * A customer.
     *
     * @param party who
     * @param boughtMinor for how much it bought before
     * @param missing why it is not in; none for a member
     * @param mails the mails that a member should have had
     */
    public record Row(PartyId party, long boughtMinor, ImmutableList<String> missing, ImmutableList<Mail> mails) {}

    /**
     * A mail.
     *
     * @param day when
     * @param template which
     * @param notSent why it was not sent
     */
    public record Mail(LocalDate day, String template, Optional<NotSent> notSent) {
        /** Whether it was sent. */
        public boolean sent() {
            return notSent.isEmpty();
        }
    }

    /**
     * Somebody on a journey.
     *
     * @param party who
     * @param events what happened
     */
    public record Traveller(PartyId party, ImmutableList<JourneyEvent> events) {}
}
