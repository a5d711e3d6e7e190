package dev.erpkit.inventory.replenishment;

import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The stock of one item that there will be at the end of each day, if all goes as planned. */
public final class ProjectedStock {
    private final Rational onHand;
    private final NavigableMap<LocalDate, Rational> byDay = new TreeMap<>();

    private ProjectedStock(Rational onHand) {
        this.onHand = onHand;
    }

    /**
     * A projection.
     *
     * @param onHand what there is at the start of the day
     * @param today the first day; what was planned for earlier days is expected on it
     * @param planned what comes and goes, of this one item
     */
    public static ProjectedStock of(Rational onHand, LocalDate today, Iterable<Planned> planned) {
        ProjectedStock stock = new ProjectedStock(onHand);
        NavigableMap<LocalDate, Rational> changes = new TreeMap<>();
        for (Planned each : planned) {
            LocalDate day = each.day().isBefore(today) ? today : each.day();
            changes.merge(day, each.quantity(), Rational::add);
        }
        Rational level = onHand;
        stock.byDay.put(today, level);
        for (Map.Entry<LocalDate, Rational> change : changes.entrySet()) {
            level = level.add(change.getValue());
            stock.byDay.put(change.getKey(), level);
        }
        return stock;
    }

    /** What there is at the end of a day; before the first day what is on hand. */
    public Rational at(LocalDate day) {
        return Optional.ofNullable(byDay.floorEntry(day))
                .map(Map.Entry::getValue)
                .orElse(onHand);
    }

    /** The least that there ever is from the end of a day on: what may be taken that day without harm to anything planned. */
    public Rational leastFrom(LocalDate day) {
        Rational least = at(day);
        for (Rational level : byDay.tailMap(day, true).values()) {
            least = Steps.min(least, level);
        }
        return least;
    }

    /** The first day on which there is less than so much. */
    public Optional<LocalDate> firstBelow(Rational bound) {
        for (Map.Entry<LocalDate, Rational> entry : byDay.entrySet()) {
            if (entry.getValue().compareTo(bound) < 0) {
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }

    /** The first day from which on there is always so much. */
    public Optional<LocalDate> alwaysFrom(Rational quantity) {
        LocalDate since = null;
        for (Map.Entry<LocalDate, Rational> entry : byDay.descendingMap().entrySet()) {
            if (entry.getValue().compareTo(quantity) < 0) {
                break;
            }
            since = entry.getKey();
        }
        return Optional.ofNullable(since);
    }

    /** The days on which something changes, with what there is at their end, the first day included. */
    public NavigableMap<LocalDate, Rational> days() {
        return new TreeMap<>(byDay);
    }
}
