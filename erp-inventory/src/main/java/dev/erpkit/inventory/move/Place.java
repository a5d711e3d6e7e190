package dev.erpkit.inventory.move;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * Goods of one kind at one location.
 *
 * @param location where
 * @param item the item, 1 to 64 characters
 * @param lot the lot or serial number, at most 64 characters; empty when there is none
 * @param owner whose they are, at most 64 characters; empty for ours
 */
public record Place(Location location, String item, String lot, String owner) implements Comparable<Place> {
    private static final int LONGEST = 64;

    /** Checks the texts as {@link Move} does: {@code stock.place-form}. */
    public Place {
        check("item", item);
        check("lot", lot);
        check("owner", owner);
        if (item.isBlank()) {
            throw invalid("item", "must name the item");
        }
    }

    /** Goods of ours without lot. */
    public static Place of(Location location, String item) {
        return new Place(location, item, "", "");
    }

    /** The same goods of a lot or with a serial number. */
    public Place ofLot(String number) {
        return new Place(location, item, number, owner);
    }

    private static void check(String path, String text) {
        if (text.length() > LONGEST || !Texts.isLabel(text)) {
            throw invalid(path, "must have at most 64 characters and no control characters");
        }
    }

    private static InvalidValueException invalid(String path, String message) {
        return new InvalidValueException("Place", path, "stock.place-form", message);
    }

    @Override
    public int compareTo(Place other) {
        int order = item.compareTo(other.item);
        order = order != 0 ? order : lot.compareTo(other.lot);
        order = order != 0 ? order : owner.compareTo(other.owner);
        return order != 0 ? order : location.compareTo(other.location);
    }

    /** The same goods elsewhere. */
    public Place at(Location where) {
        return new Place(where, item, lot, owner);
    }

    @Override
    public String toString() {
        return item + (lot.isEmpty() ? "" : " lot " + lot) + (owner.isEmpty() ? "" : " of " + owner) + " at "
                + location;
    }
}
