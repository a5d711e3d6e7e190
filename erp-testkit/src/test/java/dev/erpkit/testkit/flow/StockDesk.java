package dev.erpkit.testkit.flow;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Quantity;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.trade.GoodsDesk;
import dev.erpkit.core.trade.GoodsLine;
import dev.erpkit.core.trade.GoodsRequest;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.Move;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.StockService;
import dev.erpkit.inventory.reservation.Claim;
import dev.erpkit.inventory.reservation.PickingStrategy;
import dev.erpkit.inventory.reservation.ReservationRecord;
import dev.erpkit.inventory.reservation.ReservationService;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The store of sales over stock with one shelf; orders count in stock units. A line of an order is the demand of its
 * claims and the reference of its moves. The books are told at once, so that they follow the goods step by step. What
 * refuses a line is thrown: sales undoes the lines before it and gives the refusal.
 *
 * @param stock goods and their cost
 * @param reservations claims on them
 * @param shelf where they lie
 * @param customers where they go
 * @param clock when claims count
 */
record StockDesk(
        StockService stock, ReservationService reservations, Location shelf, Location customers, InstantSource clock)
        implements GoodsDesk {
    private static final RefusalCode INSUFFICIENT = RefusalCode.of("reservation.insufficient");

    @Override
    public Outcome<ImmutableList<GoodsLine>> reserve(GoodsRequest request, Actor actor) {
        MutableList<GoodsLine> kept = Lists.mutable.empty();
        for (GoodsLine line : request.lines()) {
            Claim claim = Claim.of(demand(request, line), line.item(), number(line), PickingStrategy.FIFO);
            Outcome<ReservationRecord> reserved =
                    reservations.reserve(key(request, line), claim.orLess(), request.day(), actor);
            // a store that has nothing at all refuses; to an order that is a back order of all
            if (reserved.refusal()
                    .filter(none -> none.code().equals(INSUFFICIENT))
                    .isEmpty()) {
                Rational some = reserved.orElseThrow()
                        .facts()
                        .injectInto(Rational.ZERO, (sum, fact) -> sum.add(fact.quantity()));
                kept.add(sized(line, some));
            }
        }
        return Outcome.accepted(kept.toImmutable());
    }

    @Override
    public Outcome<ImmutableList<GoodsLine>> release(
            GoodsRequest request, ImmutableList<GoodsLine> wanted, Actor actor) {
        MutableList<GoodsLine> released = Lists.mutable.empty();
        for (GoodsLine line : wanted) {
            String demand = demand(request, line);
            Rational held = reservations.state(line.item()).held(demand, place(line), clock.instant());
            Rational some = held.subtract(number(line));
            if (some.signum() > 0) {
                reservations
                        .release(key(request, line), demand, place(line), some, actor)
                        .orElseThrow();
                released.add(sized(line, some));
            }
        }
        return Outcome.accepted(released.toImmutable());
    }

    @Override
    public Outcome<ImmutableList<GoodsLine>> deliver(GoodsRequest request, Actor actor) {
        for (GoodsLine line : request.lines()) {
            String demand = demand(request, line);
            Move gone = move(request, line, number(line), shelf, customers);
            reservations
                    .issue(
                            key(request, line),
                            Optional.of(demand),
                            place(line),
                            number(line),
                            () -> stock.record(key(request, line), Lists.immutable.of(gone), actor),
                            actor)
                    .orElseThrow();
        }
        return stock.tell(actor).map(told -> request.lines());
    }

    @Override
    public Outcome<ImmutableList<GoodsLine>> takeBack(GoodsRequest request, Actor actor) {
        for (GoodsLine line : request.lines()) {
            stock.record(key(request, line), returns(request, line), actor).orElseThrow();
        }
        return stock.tell(actor).map(told -> request.lines());
    }

    /** What came back of the line, latest delivery first, so that it comes back at the cost at which it went. */
    private ImmutableList<Move> returns(GoodsRequest request, GoodsLine line) {
        ImmutableList<Move> moves = stock.facts().selectInstancesOf(Move.class);
        MutableList<Move> back = Lists.mutable.empty();
        Rational open = number(line);
        for (Move gone : moves.select(move -> move.reference().equals(demand(request, line))
                        && move.target().equals(customers))
                .toReversed()) {
            Rational left = moves.select(
                            move -> move.of().filter(of -> of == gone.number()).isPresent())
                    .injectInto(gone.quantity(), (rest, move) -> rest.subtract(move.quantity()));
            Rational some = left.compareTo(open) < 0 ? left : open;
            if (some.signum() > 0) {
                back.add(move(request, line, some, customers, shelf).returning(gone.number()));
                open = open.subtract(some);
            }
        }
        if (open.signum() > 0) {
            throw new IllegalStateException("Sales takes back what stock has not delivered of " + line);
        }
        return back.toImmutable();
    }

    private static Move move(GoodsRequest request, GoodsLine line, Rational quantity, Location from, Location to) {
        return Move.builder()
                .from(Move.of(line.item(), quantity, from, to, request.day().atTime(12, 0)))
                .reference(demand(request, line))
                .build();
    }

    private Place place(GoodsLine line) {
        return new Place(shelf, line.item(), "", "");
    }

    private static String demand(GoodsRequest request, GoodsLine line) {
        return request.order() + "/" + line.line();
    }

    private static IdempotencyKey key(GoodsRequest request, GoodsLine line) {
        return IdempotencyKey.of(request.key() + "/" + line.line());
    }

    private static Rational number(GoodsLine line) {
        return line.quantity().number();
    }

    private static GoodsLine sized(GoodsLine line, Rational number) {
        return new GoodsLine(
                line.line(), line.item(), new Quantity(number, line.quantity().unit()));
    }
}
