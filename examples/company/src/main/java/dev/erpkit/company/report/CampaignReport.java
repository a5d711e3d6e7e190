package dev.erpkit.company.report;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.crm.campaign.Attribution;
import dev.erpkit.crm.campaign.CampaignResult;
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
 * @param credits who is credited with the deals that were won, by several rules
 * @param value what these deals are worth
 * @param result what it cost and brought
 */
public record CampaignReport(
        String name,
        String segment,
        ImmutableList<Row> rows,
        ImmutableList<Attribution> credits,
        MonetaryAmount value,
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
     * @param refusal why it was not sent
     */
    public record Mail(LocalDate day, String template, Optional<Refusal> refusal) {
        /** Whether it was sent. */
        public boolean sent() {
            return refusal.isEmpty();
        }
    }
}
