package dev.erpkit.inventory.move;

import dev.erpkit.inventory.posting.StockRole;
import dev.erpkit.inventory.valuation.Goods;
import dev.erpkit.inventory.valuation.StockEvent;
import java.util.Optional;
import java.util.function.LongFunction;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.set.MutableSet;
import org.jspecify.annotations.Nullable;

/**
 * Facts as the valuation sees them: goods of ours that come, go or change their warehouse. What others own, and what passes
 * from outside to outside, is worth nothing to us and left out.
 */
public final class StockEvents {
    private final ImmutableList<StockEvent> events;
    private final MutableMap<Long, StockRole> against = Maps.mutable.empty();
    private final MutableMap<Long, Shift> shifts = Maps.mutable.empty();
    /** Facts that notes need not amend here: they have no value, or are counts, whose difference already heeds its notes. */
    private final MutableSet<Long> settled = Sets.mutable.empty();

    private StockEvents(ImmutableList<StockFact> facts) {
        StockLevels.of(facts).shifts().forEach(shift -> shifts.put(shift.number(), shift));
        this.events = facts.toSortedListBy(StockFact::number).toImmutable().flatCollect(this::events);
    }

    /** The events of facts, under the same numbers. */
    public static StockEvents of(Iterable<? extends StockFact> facts) {
        return new StockEvents(Lists.immutable.ofAll(facts));
    }

    /** The events. */
    public ImmutableList<StockEvent> events() {
        return events;
    }

    /** What stands against losses and finds in the books, and against opening stock; empty for whatever is bought and sold. */
    public LongFunction<Optional<StockRole>> against() {
        return number -> Optional.ofNullable(against.get(number));
    }

    private ImmutableList<StockEvent> events(StockFact fact) {
        ImmutableList<StockEvent> valued = fact instanceof Move move
                        && move.owner().isEmpty()
                ? moved(move)
                : fact instanceof Assembly assembly ? Lists.immutable.of(made(assembly)) : Lists.immutable.empty();
        if (fact instanceof Noted noted && !isSettled(noted.event())) {
            return Lists.immutable.of(noted.event());
        } else if (valued.isEmpty()) {
            settled.add(fact.number());
        }
        return fact instanceof Counted count && count.place().owner().isEmpty() ? found(count) : valued;
    }

    private boolean isSettled(StockEvent.Note note) {
        return (note instanceof StockEvent.Cancel cancel && settled.contains(cancel.of()))
                || (note instanceof StockEvent.QuantityCorrection correction && settled.contains(correction.of()));
    }

    private static StockEvent made(Assembly a) {
        return new StockEvent.Production(
                a.number(),
                a.at(),
                a.consumed().collect(i -> new StockEvent.Part(goods(i.place()), i.quantity())),
                a.produced().collect(o -> new StockEvent.Output(goods(o.place()), o.quantity(), o.share())),
                a.conversion());
    }

    /** What a count found or missed at its place, which is not all of the pool. */
    private ImmutableList<StockEvent> found(Counted count) {
        @Nullable Shift shift = shifts.get(count.number());
        if (shift == null) {
            return Lists.immutable.empty();
        }
        against.put(count.number(), StockRole.ADJUSTMENT);
        Goods goods = goods(count.place());
        return Lists.immutable.of(
                shift.to().location().isOurs()
                        ? new StockEvent.Receipt(
                                count.number(),
                                count.at(),
                                goods,
                                shift.quantity(),
                                count.cost().map(each -> each))
                        : new StockEvent.Issue(count.number(), count.at(), goods, shift.quantity()));
    }

    private ImmutableList<StockEvent> moved(Move move) {
        boolean in = move.target().isOurs();
        boolean out = move.source().isOurs();
        Goods from = goods(move.sourcePlace());
        Goods to = goods(move.targetPlace());
        long n = move.number();
        if (in && out) {
            return Lists.immutable.of(new StockEvent.Transfer(n, move.at(), from, to, move.quantity()));
        } else if (in) {
            note(n, move.source());
            return Lists.immutable.of(
                    move.source().kind() == LocationKind.CUSTOMER && move.of().isPresent()
                            ? new StockEvent.CustomerReturn(
                                    n, move.at(), to, move.quantity(), move.of().get())
                            : new StockEvent.Receipt(n, move.at(), to, move.quantity(), move.cost()));
        } else if (out) {
            note(n, move.target());
            return Lists.immutable.of(
                    move.target().kind() == LocationKind.SUPPLIER && move.of().isPresent()
                            ? new StockEvent.VendorReturn(
                                    n,
                                    move.at(),
                                    from,
                                    move.quantity(),
                                    move.of().get())
                            : new StockEvent.Issue(n, move.at(), from, move.quantity()));
        }
        return Lists.immutable.empty();
    }

    private void note(long number, Location outside) {
        if (outside.kind() == LocationKind.LOSS || outside.kind() == LocationKind.PRODUCTION) {
            against.put(number, StockRole.ADJUSTMENT);
        } else if (outside.kind() == LocationKind.OPENING) {
            against.put(number, StockRole.OPENING);
        }
    }

    static Goods goods(Place place) {
        return Goods.of(place.item()).in(place.location().warehouse()).lot(place.lot());
    }
}
