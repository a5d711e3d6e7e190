package dev.erpkit.core.trade;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import java.time.LocalDate;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What an order asks of the store.
 *
 * @param key the same for the same request, sent again
 * @param order the order
 * @param document what is asked for: the delivery note or the return; the order itself for a reservation
 * @param party the customer
 * @param day when it counts
 * @param lines the goods, of each above zero
 */
public record GoodsRequest(
        IdempotencyKey key,
        String order,
        String document,
        PartyId party,
        LocalDate day,
        ImmutableList<GoodsLine> lines) {}
