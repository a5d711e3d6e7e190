/**
 * People and organisations: how to reach them, how they are related, what they have agreed to, and which of them are one and
 * the same. What happened to a party is a fact that is never edited and holds nothing personal; what is personal is a profile,
 * which can be changed and erased. A merge is a fact too: it moves nothing, so that it loses nothing and can be taken back, and
 * the id of the absorbed party stays an alias for ever.
 *
 * <pre>{@code
 * PartyService parties = new PartyService(log, profiles, LibPhoneNumbers.in("JP"), outbox, unitOfWork, access, clock);
 * PartyProfile profile = PartyProfile.person("P-1", "山田 太郎")
 *         .add(ContactPoint.of(ContactKind.EMAIL, "taro@example.co.jp"))
 *         .build();
 * parties.register(IdempotencyKey.of("new-1"), profile, me).orElseThrow();
 * parties.merge(IdempotencyKey.of("merge-1"), PartyId.of("P-1"), PartyId.of("P-0"), Survivorship.NEWEST, me);
 * PartyView view = parties.find(PartyId.of("P-0")).orElseThrow(); // the view of P-1
 * }</pre>
 */
@NullMarked
package dev.erpkit.crm.party;

import org.jspecify.annotations.NullMarked;
