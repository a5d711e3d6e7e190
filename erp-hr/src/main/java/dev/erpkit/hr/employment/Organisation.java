package dev.erpkit.hr.employment;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.hr.employment.OrganisationChange.PositionClosed;
import dev.erpkit.hr.employment.OrganisationChange.PositionPlaced;
import dev.erpkit.hr.employment.OrganisationChange.UnitClosed;
import dev.erpkit.hr.employment.OrganisationChange.UnitPlaced;
import dev.erpkit.hr.fact.Fact;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The units and positions of an employer on every day, a fold of its facts. Not thread-safe: make one for each question.
 */
public final class Organisation {
    private static final RefusalCode UNIT_UNKNOWN = RefusalCode.of("organisation.unit-unknown");
    private static final RefusalCode POSITION_UNKNOWN = RefusalCode.of("organisation.position-unknown");
    private static final RefusalCode CYCLE = RefusalCode.of("organisation.cycle");
    private static final RefusalCode IN_USE = RefusalCode.of("organisation.in-use");

    /** What holds of each unit from a day on; nothing once it is closed. */
    private final NavigableMap<UnitId, NavigableMap<LocalDate, Optional<UnitPlaced>>> units = new TreeMap<>();

    private final NavigableMap<PositionId, NavigableMap<LocalDate, Optional<PositionPlaced>>> positions =
            new TreeMap<>();

    /** Nothing yet. */
    public Organisation() {}

    /** Takes the next fact. */
    public void apply(Fact<OrganisationChange> fact) {
        apply(fact.change());
    }

    /** Takes the next change. */
    public void apply(OrganisationChange change) {
        if (change instanceof UnitPlaced placed) {
            units.computeIfAbsent(placed.unit(), unit -> new TreeMap<>()).put(placed.from(), Optional.of(placed));
        } else if (change instanceof UnitClosed closed) {
            close(units, closed.unit(), closed.from());
        } else if (change instanceof PositionPlaced placed) {
            positions
                    .computeIfAbsent(placed.position(), position -> new TreeMap<>())
                    .put(placed.from(), Optional.of(placed));
        } else if (change instanceof PositionClosed closed) {
            close(positions, closed.position(), closed.from());
        }
    }

    private static <K, V> void close(NavigableMap<K, NavigableMap<LocalDate, Optional<V>>> all, K id, LocalDate from) {
        NavigableMap<LocalDate, Optional<V>> history = Objects.requireNonNull(all.get(id), id::toString);
        history.tailMap(from, true).clear();
        history.put(from, Optional.empty());
    }

    private static <K, V> Optional<V> on(
            NavigableMap<K, NavigableMap<LocalDate, Optional<V>>> all, K id, LocalDate day) {
        NavigableMap<LocalDate, Optional<V>> history = all.get(id);
        var entry = history == null ? null : history.floorEntry(day);
        return entry == null ? Optional.empty() : entry.getValue();
    }

    /** A unit on a day, if there is one. */
    public Optional<UnitPlaced> unit(UnitId unit, LocalDate day) {
        return on(units, unit, day);
    }

    /** A position on a day, if there is one. */
    public Optional<PositionPlaced> position(PositionId position, LocalDate day) {
        return on(positions, position, day);
    }

    /** The positions of a day, in the order of their ids. */
    public ImmutableList<PositionPlaced> positionsOn(LocalDate day) {
        return Lists.immutable
                .ofAll(positions.keySet())
                .flatCollect(id -> Lists.immutable.fromStream(position(id, day).stream()));
    }

    /** A unit and the units above it on a day, from below. */
    public ImmutableList<UnitId> path(UnitId unit, LocalDate day) {
        MutableList<UnitId> path = Lists.mutable.empty();
        Optional<UnitId> next = Optional.of(unit);
        while (next.isPresent() && !path.contains(next.get())) {
            path.add(next.get());
            next = unit(next.get(), day).flatMap(UnitPlaced::parent);
        }
        return path.toImmutable();
    }

    /** The positions above a position on a day, from the nearest manager on. */
    public ImmutableList<PositionId> managers(PositionId position, LocalDate day) {
        MutableList<PositionId> path = Lists.mutable.empty();
        Optional<PositionId> next = position(position, day).flatMap(PositionPlaced::reportsTo);
        while (next.isPresent() && !path.contains(next.get())) {
            path.add(next.get());
            next = position(next.get(), day).flatMap(PositionPlaced::reportsTo);
        }
        return path.toImmutable();
    }

    /**
     * The positions of a day that nobody holds: what there is to recruit for.
     *
     * @param held the positions in the terms of all contracts of the day
     */
    public ImmutableList<PositionPlaced> vacancies(LocalDate day, ImmutableList<PositionId> held) {
        return positionsOn(day).reject(placed -> held.contains(placed.position()));
    }

    /**
     * Why a change cannot be recorded: {@code organisation.unit-unknown} and {@code organisation.position-unknown} for what
     * is not there on the day, {@code organisation.cycle} where on some day a unit would come under itself or a position
     * report to itself, {@code organisation.in-use} for a unit that is closed over units or positions; empty when it can.
     */
    public Optional<Refusal> refusal(OrganisationChange change) {
        Optional<Refusal> unknown = unknown(change);
        if (unknown.isPresent()) {
            return unknown;
        }
        Organisation after = copy();
        after.apply(change);
        return days(change.from()).stream()
                .flatMap(day -> after.broken(day).stream())
                .findFirst();
    }

    private Optional<Refusal> unknown(OrganisationChange change) {
        if (change instanceof UnitPlaced placed) {
            return placed.parent()
                    .filter(parent -> !parent.equals(placed.unit()))
                    .flatMap(parent -> missing(parent, placed.from()));
        }
        if (change instanceof UnitClosed closed) {
            return missing(closed.unit(), closed.from());
        }
        if (change instanceof PositionPlaced placed) {
            return missing(placed.unit(), placed.from())
                    .or(() -> placed.reportsTo()
                            .filter(to -> !to.equals(placed.position()))
                            .flatMap(to -> missing(to, placed.from())));
        }
        PositionClosed closed = (PositionClosed) change;
        return missing(closed.position(), closed.from());
    }

    private Optional<Refusal> missing(UnitId unit, LocalDate day) {
        return unit(unit, day).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.of(UNIT_UNKNOWN, "There is no unit " + unit + " on " + day + "; open it first")
                        .with("unit", unit)
                        .with("date", day));
    }

    private Optional<Refusal> missing(PositionId position, LocalDate day) {
        return position(position, day).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                                POSITION_UNKNOWN, "There is no position " + position + " on " + day + "; open it first")
                        .with("position", position)
                        .with("date", day));
    }

    private Organisation copy() {
        Organisation copy = new Organisation();
        units.forEach((unit, history) -> copy.units.put(unit, new TreeMap<>(history)));
        positions.forEach((position, history) -> copy.positions.put(position, new TreeMap<>(history)));
        return copy;
    }

    /** A day and every later one on which something changes: what holds on these holds on all days after the first. */
    private Set<LocalDate> days(LocalDate from) {
        Set<LocalDate> days = new TreeSet<>();
        days.add(from);
        units.values()
                .forEach(history -> days.addAll(history.tailMap(from, false).keySet()));
        positions
                .values()
                .forEach(history -> days.addAll(history.tailMap(from, false).keySet()));
        return days;
    }

    private Optional<Refusal> broken(LocalDate day) {
        for (UnitId id : units.keySet()) {
            Optional<UnitId> parent = unit(id, day).flatMap(UnitPlaced::parent);
            if (parent.isPresent() && unit(parent.get(), day).isEmpty()) {
                return Optional.of(inUse(parent.get(), day));
            }
            if (parent.isPresent() && path(parent.get(), day).contains(id)) {
                return Optional.of(cycle(id.value(), day));
            }
        }
        for (PositionPlaced placed : positionsOn(day)) {
            if (unit(placed.unit(), day).isEmpty()) {
                return Optional.of(inUse(placed.unit(), day));
            }
            if (managers(placed.position(), day).contains(placed.position())) {
                return Optional.of(cycle(placed.position().value(), day));
            }
        }
        return Optional.empty();
    }

    private static Refusal inUse(UnitId unit, LocalDate day) {
        return Refusal.of(
                        IN_USE,
                        "Unit " + unit + " still has units or positions on " + day + "; move or close them first")
                .with("unit", unit)
                .with("date", day);
    }

    private static Refusal cycle(String id, LocalDate day) {
        return Refusal.of(CYCLE, id + " would come under itself on " + day + "; choose another place")
                .with("id", id)
                .with("date", day);
    }
}
