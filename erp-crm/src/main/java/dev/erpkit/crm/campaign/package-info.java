/**
 * Campaigns: who is in a segment and why, what they are sent on a journey and when, which arm of a test they see, what it cost and
 * brought, and which touch gets the credit. Segments, journeys and attribution are pure functions; the service sends nothing
 * itself, it claims a message before the host sends it, after a look at consent, caps and quiet hours.
 *
 * <pre>{@code
 * CampaignService campaigns = new CampaignService(log, parties::facts, outbox, unitOfWork, access, clock);
 * SendRule rule = SendRule.builder()
 *         .scope(new ConsentScope(ContactKind.EMAIL, "newsletter"))
 *         .add(new FrequencyCap(2, Duration.ofDays(7)))
 *         .quiet(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)))
 *         .build();
 * Outcome<SendRecord> claimed = campaigns.claim(
 *         IdempotencyKey.of("spring-1"), new Message("spring", "welcome", customer), rule, ZoneId.of("Asia/Tokyo"), me);
 * if (claimed.isAccepted()) {
 *     mail(customer);
 * }
 * }</pre>
 */
@NullMarked
package dev.erpkit.crm.campaign;

import org.jspecify.annotations.NullMarked;
