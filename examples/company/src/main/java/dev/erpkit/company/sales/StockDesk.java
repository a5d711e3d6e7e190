package dev.erpkit.company.sales;

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
import dev.erpkit.inventory.reservation.ReservationFact.Reserved;
import dev.erpkit.inventory.reservation.ReservationRecord;
import dev.erpkit.inventory.reservation.ReservationService;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The store of sales over one shelf; orders count in stock units. A line of an order is the demand of its claims and the
 * reference of its moves; of lots, the one goes first that expires first. The books are told at once, so that they follow the
 * goods step by step. What refuses a line is thrown: sales undoes the lines before it and gives the refusal.
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

    /** How stock knows a line of an order. */
    static String demand(String order, int line) {
        return order + "/" + line;
    }

    @Override
    public Outcome<ImmutableList<GoodsLine>> reserve(GoodsRequest request, Actor actor) {
        MutableList<GoodsLine> kept = Lists.mutable.empty();
        for (GoodsLine line : request.lines()) {
            Outcome<ReservationRecord> reserved = reservations.reserve(
                    key(request, line, ""), claim(request, line, number(line)).orLess(), request.day(), actor);
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
            Rational over = held(request, line).subtract(number(line));
            Rational open = over;
            for (Reserved claim : claims(request, line)) {
                Rational some = least(claim.quantity(), open);
                if (some.signum() > 0) {
                    IdempotencyKey key = key(request, line, claim.place().lot());
                    reservations
                            .release(key, claim.demand(), claim.place(), some, actor)
                            .orElseThrow();
                    open = open.subtract(some);
                }
            }
            if (over.signum() > 0) {
                released.add(sized(line, over));
            }
        }
        return Outcome.accepted(released.toImmutable());
    }

    @Override
    public Outcome<ImmutableList<GoodsLine>> deliver(GoodsRequest request, Actor actor) {
        for (GoodsLine line : request.lines()) {
            claimTheRest(request, line, actor);
            Rational open = number(line);
            for (Reserved claim : claims(request, line)) {
                Rational some = least(claim.quantity(), open);
                if (some.signum() > 0) {
                    issue(request, line, claim.place(), some, actor);
                    open = open.subtract(some);
                }
            }
        }
        return stock.tell(actor).map(told -> request.lines());
    }

    /** What has come in since the order was placed and nobody else has a claim on. */
    private void claimTheRest(GoodsRequest request, GoodsLine line, Actor actor) {
        Rational missing = number(line).subtract(held(request, line));
        if (missing.signum() > 0) {
            reservations
                    .reserve(key(request, line, "more"), claim(request, line, missing), request.day(), actor)
                    .orElseThrow();
        }
    }

    private void issue(GoodsRequest request, GoodsLine line, Place place, Rational quantity, Actor actor) {
        IdempotencyKey key = key(request, line, place.lot());
        Move gone = move(request, line, quantity, shelf, customers).ofLot(place.lot());
        reservations
                .issue(
                        key,
                        Optional.of(demand(request.order(), line.line())),
                        place,
                        quantity,
                        () -> stock.record(key, Lists.immutable.of(gone), actor),
                        actor)
                .orElseThrow();
    }

    @Override
    public Outcome<ImmutableList<GoodsLine>> takeBack(GoodsRequest request, Actor actor) {
        for (GoodsLine line : request.lines()) {
            stock.record(key(request, line, ""), returns(request, line), actor).orElseThrow();
        }
        return stock.tell(actor).map(told -> request.lines());
    }

    /** What came back of the line, latest delivery first, so that it comes back at the cost at which it went. */
    private ImmutableList<Move> returns(GoodsRequest request, GoodsLine line) {
        ImmutableList<Move> moves = stock.facts().selectInstancesOf(Move.class);
        String demand = demand(request.order(), line.line());
        MutableList<Move> back = Lists.mutable.empty();
        Rational open = number(line);
        for (Move gone : moves.select(
                        move -> move.reference().equals(demand) && move.target().equals(customers))
                .toReversed()) {
            Rational left = moves.select(
                            move -> move.of().filter(of -> of == gone.number()).isPresent())
                    .injectInto(gone.quantity(), (rest, move) -> rest.subtract(move.quantity()));
            Rational some = least(left, open);
            if (some.signum() > 0) {
                back.add(move(request, line, some, customers, shelf)
                        .ofLot(gone.lot())
                        .returning(gone.number()));
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
                .reference(demand(request.order(), line.line()))
                .build();
    }

    private ImmutableList<Reserved> claims(GoodsRequest request, GoodsLine line) {
        String demand = demand(request.order(), line.line());
        return reservations
                .state(line.item())
                .claims(clock.instant())
                .select(claim -> claim.demand().equals(demand));
    }

    private Rational held(GoodsRequest request, GoodsLine line) {
        return claims(request, line).injectInto(Rational.ZERO, (sum, claim) -> sum.add(claim.quantity()));
    }

    private static Claim claim(GoodsRequest request, GoodsLine line, Rational quantity) {
        return Claim.of(demand(request.order(), line.line()), line.item(), quantity, PickingStrategy.FEFO);
    }

    private static IdempotencyKey key(GoodsRequest request, GoodsLine line, String part) {
        return IdempotencyKey.of(request.key() + "/" + line.line() + (part.isEmpty() ? "" : "/" + part));
    }

    private static Rational number(GoodsLine line) {
        return line.quantity().number();
    }

    private static Rational least(Rational one, Rational other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static GoodsLine sized(GoodsLine line, Rational number) {
        return new GoodsLine(
                line.line(), line.item(), new Quantity(number, line.quantity().unit()));
    }
}
