package dev.erpkit.inventory.reservation;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Locations inside locations: what is in the shelf is in the room. */
public final class LocationTree {
    private final SortedMap<String, String> parents = new TreeMap<>();

    private LocationTree() {}

    /**
     * A tree.
     *
     * @param parents the location around each location that has one
     * @throws InvalidValueException {@code reservation.location-cycle} when a location is inside itself
     */
    public static LocationTree of(Map<String, String> parents) {
        LocationTree tree = new LocationTree();
        tree.parents.putAll(parents);
        for (String location : parents.keySet()) {
            int steps = 0;
            for (Optional<String> at = Optional.of(location); at.isPresent(); at = tree.around(at.get())) {
                if (++steps > parents.size() + 1) {
                    throw new InvalidValueException(
                            "LocationTree", "parents", "reservation.location-cycle", "must not be inside itself");
                }
            }
        }
        return tree;
    }

    private Optional<String> around(String location) {
        return Optional.ofNullable(parents.get(location));
    }

    /** What is at each location, what is inside of it included. */
    public SortedMap<String, Rational> totals(Map<String, Rational> own) {
        SortedMap<String, Rational> totals = new TreeMap<>();
        own.forEach((location, quantity) -> {
            for (Optional<String> at = Optional.of(location); at.isPresent(); at = around(at.get())) {
                totals.merge(at.get(), quantity, Rational::add);
            }
        });
        return totals;
    }
}
