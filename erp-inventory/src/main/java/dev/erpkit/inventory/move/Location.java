package dev.erpkit.inventory.move;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * Where goods can be; the world outside is locations too. A move keeps the location as it was, so that a place may later
 * become another without changing what was.
 *
 * @param id the host's id, 1 to 64 characters
 * @param kind what it is to us
 * @param warehouse the warehouse that it belongs to, at most 64 characters; empty outside
 */
public record Location(String id, LocationKind kind, String warehouse) implements Comparable<Location> {
    /** Where goods come from that we buy, for hosts that do not tell vendors apart by location. */
    public static final Location VENDORS = outside("vendors", LocationKind.SUPPLIER);

    /** Where goods go that we sell, for hosts that do not tell customers apart by location. */
    public static final Location CUSTOMERS = outside("customers", LocationKind.CUSTOMER);

    /** Where goods go that are scrapped. */
    public static final Location SCRAP = outside("scrap", LocationKind.LOSS);

    /** Where goods come from that were in stock before anything was recorded. */
    public static final Location OPENING = outside("opening-stock", LocationKind.OPENING);

    /** Checks id and warehouse: {@code stock.location-form}. */
    public Location {
        if (id.isBlank() || id.length() > 64 || !Texts.isLabel(id)) {
            throw invalid("id", "must have 1 to 64 characters and no control characters");
        }
        if (warehouse.length() > 64 || !Texts.isLabel(warehouse)) {
            throw invalid("warehouse", "must have at most 64 characters and no control characters");
        }
    }

    private static InvalidValueException invalid(String path, String message) {
        return new InvalidValueException("Location", path, "stock.location-form", message);
    }

    /** A place of ours in a warehouse. */
    public static Location of(String id, String warehouse) {
        return new Location(id, LocationKind.INTERNAL, warehouse);
    }

    /** A location of another kind that belongs to no warehouse. */
    public static Location outside(String id, LocationKind kind) {
        return new Location(id, kind, "");
    }

    /** Whether goods there are in our stock. */
    public boolean isOurs() {
        return kind.isOurs();
    }

    @Override
    public int compareTo(Location other) {
        int byId = id.compareTo(other.id);
        int byKind = byId != 0 ? byId : kind.compareTo(other.kind);
        return byKind != 0 ? byKind : warehouse.compareTo(other.warehouse);
    }

    @Override
    public String toString() {
        return id;
    }
}
