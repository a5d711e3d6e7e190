package dev.erpkit.testkit.sales;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.trade.GoodsDesk;
import dev.erpkit.core.trade.GoodsLine;
import dev.erpkit.core.trade.GoodsRequest;
import org.eclipse.collections.api.list.ImmutableList;

/** A store that has everything. */
public final class KitGoods implements GoodsDesk {
    /** A full store. */
    public KitGoods() {}

    @Override
    public Outcome<ImmutableList<GoodsLine>> reserve(GoodsRequest request, Actor actor) {
        return Outcome.accepted(request.lines());
    }

    @Override
    public Outcome<ImmutableList<GoodsLine>> release(
            GoodsRequest request, ImmutableList<GoodsLine> wanted, Actor actor) {
        return Outcome.accepted(request.lines());
    }

    @Override
    public Outcome<ImmutableList<GoodsLine>> deliver(GoodsRequest request, Actor actor) {
        return Outcome.accepted(request.lines());
    }

    @Override
    public Outcome<ImmutableList<GoodsLine>> takeBack(GoodsRequest request, Actor actor) {
        return Outcome.accepted(request.lines());
    }
}
