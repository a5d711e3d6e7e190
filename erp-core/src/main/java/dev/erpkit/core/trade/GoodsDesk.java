package dev.erpkit.core.trade;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.security.Actor;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Contract: the store as an order sees it. Implemented by inventory or a host, called by sales in its own unit of work: what
 * is refused here is refused there, and changes nothing on either side.
 */
public interface GoodsDesk {
    /**
     * Sets goods aside for an order.
     *
     * @return what was set aside, which may be less than was asked: the rest is on back order
     */
    Outcome<ImmutableList<GoodsLine>> reserve(GoodsRequest request, Actor actor);

    /**
     * Gives up what is set aside beyond what is still wanted: of 10 ordered and 6 set aside nothing when 4 are cancelled.
     *
     * @param request what is not wanted any more
     * @param wanted what is still to be delivered of each of these lines, 0 for nothing
     * @return what was given up
     */
    Outcome<ImmutableList<GoodsLine>> release(GoodsRequest request, ImmutableList<GoodsLine> wanted, Actor actor);

    /** Hands goods over to the customer, all or none: out of what was set aside for the order, then out of what is free. */
    Outcome<ImmutableList<GoodsLine>> deliver(GoodsRequest request, Actor actor);

    /** Takes delivered goods back. */
    Outcome<ImmutableList<GoodsLine>> takeBack(GoodsRequest request, Actor actor);
}
