package dev.erpkit.inventory.move;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.valuation.NegativeStock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.set.MutableSet;

/** What facts must not say, given the facts before them. */
final class StockRules {
    private final StockSetup setup;
    private final LocalDate openFrom;
    private final LocalDateTime now;

    StockRules(StockSetup setup, LocalDateTime now) {
        this.setup = setup;
        this.openFrom = setup.openFrom().get();
        this.now = now;
    }

    /** What is wrong with the new facts by themselves. */
    Optional<Refusal> own(ImmutableList<StockFact> added) {
        return first(added, this::own);
    }

    /** Why the new facts cannot be recorded behind the old ones. */
    Optional<Refusal> together(ImmutableList<StockFact> before, ImmutableList<StockFact> added) {
        Optional<Refusal> unknown = first(added, fact -> lotKnown(before, added, fact));
        if (unknown.isPresent()) {
            return unknown;
        }
        ImmutableList<Shift> shifts = StockLevels.of(before.newWithAll(added)).shifts();
        return opening(shifts).or(() -> levels(shifts));
    }

    /** Stock is opened where nothing else has happened yet. */
    private static Optional<Refusal> opening(ImmutableList<Shift> shifts) {
        if (shifts.noneSatisfy(shift -> opens(shift.from().location()))) {
            return Optional.empty();
        }
        MutableSet<Place> moved = Sets.mutable.empty();
        for (Shift shift : shifts) {
            if (!opens(shift.from().location())) {
                moved.add(shift.from());
                moved.add(shift.to());
            } else if (moved.contains(shift.to())) {
                return Optional.of(StockServiceRefusals.openingLate(shift));
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> first(
            ImmutableList<StockFact> facts, Function<StockFact, Optional<Refusal>> rule) {
        return facts.collect(rule::apply).detectOptional(Optional::isPresent).flatMap(refusal -> refusal);
    }

    /** What is wrong with a fact by itself. */
    private Optional<Refusal> own(StockFact fact) {
        if (fact.at().toLocalDate().isBefore(openFrom)) {
            return Optional.of(StockServiceRefusals.closed(fact, openFrom));
        } else if (fact instanceof Counted && fact.at().isAfter(now)) {
            return Optional.of(StockServiceRefusals.countInFuture(fact));
        } else if (fact instanceof Move move && opens(move.source()) && isWithoutValue(move)) {
            return Optional.of(StockServiceRefusals.openingCost(move));
        }
        return places(fact)
                .collect(part -> tracked(fact, part))
                .detectOptional(Optional::isPresent)
                .flatMap(refusal -> refusal);
    }

    static boolean opens(Location source) {
        return source.kind() == LocationKind.OPENING;
    }

    private static boolean isWithoutValue(Move move) {
        return move.owner().isEmpty() && move.cost().isEmpty();
    }

    /** So much at a place, as a fact tells it. */
    record Part(Place place, Rational quantity) {}

    static ImmutableList<Part> places(StockFact fact) {
        if (fact instanceof Move move) {
            return Lists.immutable.of(new Part(move.sourcePlace(), move.quantity()));
        } else if (fact instanceof Counted count) {
            return Lists.immutable.of(new Part(count.place(), count.quantity()));
        } else if (fact instanceof Assembly assembly) {
            return assembly.consumed()
                    .collect(i -> new Part(i.place(), i.quantity()))
                    .newWithAll(assembly.produced().collect(o -> new Part(o.place(), o.quantity())));
        }
        return Lists.immutable.empty();
    }

    private Optional<Refusal> tracked(StockFact fact, Part part) {
        Optional<StockItem> item = setup.items().apply(part.place().item());
        if (item.isEmpty()) {
            return Optional.of(
                    StockServiceRefusals.unknownItem(fact, part.place().item()));
        }
        Tracking tracking = item.get().tracking();
        if (tracking != Tracking.NONE && part.place().lot().isEmpty()) {
            return Optional.of(
                    StockServiceRefusals.lotMissing(fact, part.place().item()));
        }
        boolean whole = part.quantity().equals(Rational.ONE)
                || (fact instanceof Counted && part.quantity().isZero());
        return tracking == Tracking.SERIAL && !whole
                ? Optional.of(StockServiceRefusals.serialQuantity(fact, part.place()))
                : Optional.empty();
    }

    /** What leaves a place of ours under a lot must have come under it. */
    private Optional<Refusal> lotKnown(
            ImmutableList<StockFact> before, ImmutableList<StockFact> added, StockFact fact) {
        if (!(fact instanceof Move move)
                || move.lot().isEmpty()
                || !move.source().isOurs()) {
            return Optional.empty();
        }
        boolean known = before.newWithAll(added).anySatisfy(other -> other != fact && brings(other, move));
        return known ? Optional.empty() : Optional.of(StockServiceRefusals.unknownLot(fact, move.sourcePlace()));
    }

    private static boolean brings(StockFact fact, Move move) {
        if (fact instanceof Move other) {
            return other.target().isOurs()
                    && other.item().equals(move.item())
                    && other.lot().equals(move.lot());
        }
        return places(fact)
                .anySatisfy(part -> part.place().item().equals(move.item())
                        && part.place().lot().equals(move.lot()));
    }

    /** A serial number is in one place, and under FORBID no place is ever short. */
    private Optional<Refusal> levels(ImmutableList<Shift> shifts) {
        boolean forbid = setup.policy().negative() == NegativeStock.FORBID;
        MutableMap<Place, Rational> levels = Maps.mutable.empty();
        MutableMap<String, Rational> serials = Maps.mutable.empty();
        for (Shift shift : shifts) {
            Rational left = levels.merge(shift.from(), shift.quantity().negate(), Rational::add);
            levels.merge(shift.to(), shift.quantity(), Rational::add);
            if (forbid && shift.from().location().isOurs() && left.signum() < 0) {
                return Optional.of(StockServiceRefusals.insufficient(shift, left.negate()));
            }
            int change = (shift.to().location().isOurs() ? 1 : 0)
                    - (shift.from().location().isOurs() ? 1 : 0);
            if (change != 0 && isSerial(shift.to())) {
                String serial = shift.to().item() + "\n" + shift.to().lot();
                Rational there = serials.merge(serial, Rational.of(change), Rational::add);
                if (there.compareTo(Rational.ONE) > 0) {
                    return Optional.of(StockServiceRefusals.serialTwice(shift));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isSerial(Place place) {
        return setup.items()
                .apply(place.item())
                .map(item -> item.tracking() == Tracking.SERIAL)
                .orElse(false);
    }
}
